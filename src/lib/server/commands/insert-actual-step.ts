import type { Db } from '#db/schema.ts';
import type { ActualStep } from '#lib/domain/indicators/actuals.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { newId } from '#lib/server/ids.ts';

/** Adds to the history of a reported number, where nothing is ever changed or removed. */
export async function insertActualStep(
	db: Db,
	actor: Actor,
	step: { actualId: string; kind: ActualStep; note: string },
	now: Date
): Promise<void> {
	const { last } = await db
		.selectFrom('indicatorActualStep')
		.select((eb) => eb.fn.max('number').as('last'))
		.where('actualId', '=', step.actualId)
		.executeTakeFirstOrThrow();
	await db
		.insertInto('indicatorActualStep')
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
