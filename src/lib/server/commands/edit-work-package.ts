import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { Conflict, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { EditWorkPackage } from '#lib/schemas/work-packages.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedWorkPackage, findWorkPackageFacts } from '#lib/server/queries/find-work-package-facts.ts';

/** Rewrites the objectives; title, lead and months are contractual and change by an amendment. */
export function editWorkPackage(db: Db, actor: Actor, input: EditWorkPackage, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const facts = await findWorkPackageFacts(db, actor.projectId, { id: input.workPackageId });
		if (!facts) throw new NotFound();
		const { workPackage, subject } = facts;
		assertCan(actor, 'work-package:edit', subject);

		const { objectives } = input;
		const { numUpdatedRows } = await db
			.updateTable('workPackage')
			.set({ objectives, version: workPackage.version + 1 })
			.where('id', '=', workPackage.id)
			.where('version', '=', input.version)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) throw new Conflict({ objectives: workPackage.objectives });
		await recordAudit(db, actor, 'work-package:edit', auditedWorkPackage(workPackage), now, {
			objectives: { from: workPackage.objectives, to: objectives }
		});
	});
}
