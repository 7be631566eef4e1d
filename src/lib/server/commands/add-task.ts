import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { monthBlocks, taskNumberBlocks } from '#lib/domain/plan-rules.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { AddTask } from '#lib/schemas/work-packages.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { findWorkPackageFacts } from '#lib/server/queries/find-work-package-facts.ts';
import { hasOrganisation } from '#lib/server/queries/has-organisation.ts';

/** Adds a task to a work package under a number of its own. */
export function addTask(db: Db, actor: Actor, input: AddTask, now: Date): Promise<{ number: string }> {
	return db.transaction().execute(async (db) => {
		const facts = await findWorkPackageFacts(db, actor.projectId, { id: input.workPackageId });
		if (!facts) throw new NotFound();
		const { workPackage, subject } = facts;
		assertCan(actor, 'work-package:edit', subject);
		const lead = input.leadOrganisationId;
		if (lead !== null && !(await hasOrganisation(db, actor.projectId, lead))) throw new NotFound();
		const tasks = await db
			.selectFrom('task')
			.select('number')
			.where('projectId', '=', actor.projectId)
			.execute();
		assertNone([
			...taskNumberBlocks(
				input.number,
				workPackage.number,
				tasks.map(({ number }) => number)
			),
			...monthBlocks(input, workPackage.durationMonths)
		]);

		const id = newId();
		const { projectId } = actor;
		await db
			.insertInto('task')
			.values({ id, projectId, ...input, origin: 'entered' })
			.execute();
		const record = { type: 'task', id, label: input.number };
		const { title, leadOrganisationId, startMonth, endMonth } = input;
		await recordAudit(db, actor, 'work-package:edit', record, now, {
			to: { title, leadOrganisationId, startMonth, endMonth }
		});
		return { number: input.number };
	});
}
