import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { monthBlocks } from '#lib/domain/plan-rules.ts';
import { assertNone, Conflict, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { EditTask } from '#lib/schemas/work-packages.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { findWorkPackageFacts } from '#lib/server/queries/find-work-package-facts.ts';
import { hasOrganisation } from '#lib/server/queries/has-organisation.ts';

/** Changes title, lead and months of a task; its number stays. */
export function editTask(db: Db, actor: Actor, input: EditTask, now: Date): Promise<{ number: string }> {
	return db.transaction().execute(async (db) => {
		const { taskId, version, ...fields } = input;
		const task = await db
			.selectFrom('task')
			.selectAll()
			.where('projectId', '=', actor.projectId)
			.where('id', '=', taskId)
			.executeTakeFirst();
		const facts = task && (await findWorkPackageFacts(db, actor.projectId, { id: task.workPackageId }));
		if (!facts) throw new NotFound();
		assertCan(actor, 'work-package:edit', facts.subject);
		const lead = fields.leadOrganisationId;
		if (lead !== null && !(await hasOrganisation(db, actor.projectId, lead))) throw new NotFound();
		assertNone(monthBlocks(fields, facts.workPackage.durationMonths));

		const { numUpdatedRows } = await db
			.updateTable('task')
			.set({ ...fields, version: task.version + 1 })
			.where('id', '=', task.id)
			.where('version', '=', version)
			.executeTakeFirst();
		const { title, leadOrganisationId, startMonth, endMonth } = task;
		if (numUpdatedRows === 0n)
			throw new Conflict({ title, startMonth: String(startMonth), endMonth: String(endMonth) });
		const record = { type: 'task', id: task.id, label: task.number };
		const from = { title, leadOrganisationId, startMonth, endMonth };
		await recordAudit(db, actor, 'work-package:edit', record, now, { from, to: fields });
		return { number: task.number };
	});
}
