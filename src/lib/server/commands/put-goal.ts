import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import type { Origin } from '#lib/domain/origin.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { PutGoal } from '#lib/schemas/indicators.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { lockProject } from './lock-project.ts';

/** Names a goal that the project serves, or says anew how it does. */
export function putGoal(
	db: Db,
	actor: Actor,
	input: PutGoal & { contributionOrigin?: Origin },
	now: Date
): Promise<{ label: string }> {
	return db.transaction().execute(async (db) => {
		await lockProject(db, actor.projectId);
		assertCan(actor, 'indicator:target', {});
		const { number, contribution, contributionOrigin = 'entered' } = input;
		const there = await db
			.selectFrom('developmentGoal')
			.select(['id', 'contribution'])
			.where('projectId', '=', actor.projectId)
			.where('number', '=', number)
			.executeTakeFirst();
		const id = there?.id ?? newId();
		if (there)
			await db
				.updateTable('developmentGoal')
				.set((eb) => ({ contribution, contributionOrigin, version: eb('version', '+', 1) }))
				.where('id', '=', id)
				.execute();
		else
			await db
				.insertInto('developmentGoal')
				.values({
					id,
					projectId: actor.projectId,
					number,
					contribution,
					contributionOrigin,
					origin: 'entered'
				})
				.execute();
		const label = `SDG ${number}`;
		const details = { before: there?.contribution ?? null, contribution };
		await recordAudit(db, actor, 'goal:put', { type: 'goal', id, label }, now, details);
		return { label };
	});
}

/** The project no longer names the goal; indicators lose the tag. */
export function removeGoal(
	db: Db,
	actor: Actor,
	input: { goalId: string },
	now: Date
): Promise<{ label: string }> {
	return db.transaction().execute(async (db) => {
		assertCan(actor, 'indicator:target', {});
		const goal = await db
			.selectFrom('developmentGoal')
			.select(['id', 'number', 'contribution'])
			.where('projectId', '=', actor.projectId)
			.where('id', '=', input.goalId)
			.executeTakeFirst();
		if (!goal) throw new NotFound();
		await db.deleteFrom('developmentGoal').where('id', '=', goal.id).execute();
		const label = `SDG ${goal.number}`;
		const details = { contribution: goal.contribution };
		await recordAudit(db, actor, 'goal:remove', { type: 'goal', id: goal.id, label }, now, details);
		return { label };
	});
}
