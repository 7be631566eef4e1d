import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { overrideBlocks } from '#lib/domain/health-rules.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { OverrideHealth } from '#lib/schemas/work-packages.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { auditedWorkPackage, findWorkPackageFacts } from '#lib/server/queries/find-work-package-facts.ts';

/** Puts a human judgement beside the computed health until a day; an earlier one of the same subject ends. */
export function overrideHealth(db: Db, actor: Actor, input: OverrideHealth, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { workPackageId, health, reason, untilOn } = input;
		const { projectId } = actor;
		const facts = workPackageId && (await findWorkPackageFacts(db, projectId, { id: workPackageId }));
		if (facts === undefined) throw new NotFound();
		assertCan(actor, 'health:override', facts ? facts.subject : {});
		assertNone(overrideBlocks(input, await findToday(db, projectId, now)));

		await db
			.updateTable('healthOverride')
			.set({ endedAt: now.toISOString() })
			.where('projectId', '=', projectId)
			.where('workPackageId', workPackageId === null ? 'is' : '=', workPackageId)
			.where('endedAt', 'is', null)
			.execute();
		await db
			.insertInto('healthOverride')
			.values({
				id: newId(),
				projectId,
				workPackageId,
				health,
				reason,
				untilOn,
				setBy: actor.personId,
				setAt: now.toISOString(),
				endedAt: null
			})
			.execute();
		const record = facts
			? auditedWorkPackage(facts.workPackage)
			: { type: 'project', id: projectId, label: 'Project' };
		await recordAudit(db, actor, 'health:override', record, now, { health, reason, untilOn });
	});
}
