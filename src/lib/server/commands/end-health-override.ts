import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { Conflict, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { EndHealthOverride } from '#lib/schemas/work-packages.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedWorkPackage, findWorkPackageFacts } from '#lib/server/queries/find-work-package-facts.ts';

/** Lets the computed health stand alone again before the judgement lapses; the judgement stays in the history. */
export function endHealthOverride(db: Db, actor: Actor, input: EndHealthOverride, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { projectId } = actor;
		const override = await db
			.selectFrom('healthOverride')
			.select(['id', 'workPackageId', 'health'])
			.where('projectId', '=', projectId)
			.where('id', '=', input.overrideId)
			.executeTakeFirst();
		if (!override) throw new NotFound();
		const { workPackageId, health } = override;
		const facts = workPackageId && (await findWorkPackageFacts(db, projectId, { id: workPackageId }));
		assertCan(actor, 'health:override', facts ? facts.subject : {});

		const { numUpdatedRows } = await db
			.updateTable('healthOverride')
			.set({ endedAt: now.toISOString() })
			.where('id', '=', override.id)
			.where('endedAt', 'is', null)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) throw new Conflict();
		const record = facts
			? auditedWorkPackage(facts.workPackage)
			: { type: 'project', id: projectId, label: 'Project' };
		await recordAudit(db, actor, 'health:override', record, now, { ended: health });
	});
}
