import type { Db } from '#db/schema.ts';
import type { ActionState } from '#lib/domain/meetings/actions.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { newId } from '#lib/server/ids.ts';

/** Adds to the history of an action, where nothing is ever changed or removed. */
export async function insertActionStep(
	db: Db,
	actor: Actor,
	step: { itemId: string; state: ActionState; note: string },
	now: Date
): Promise<void> {
	const { last } = await db
		.selectFrom('actionStep')
		.select((eb) => eb.fn.max('number').as('last'))
		.where('itemId', '=', step.itemId)
		.executeTakeFirstOrThrow();
	await db
		.insertInto('actionStep')
		.values({
			id: newId(),
			projectId: actor.projectId,
			...step,
			number: Number(last ?? 0) + 1,
			takenBy: actor.personId,
			organisationId: actor.organisationId,
			enteredAt: now.toISOString()
		})
		.execute();
}
