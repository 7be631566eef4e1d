import type { Db } from '#db/schema.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { findMinutesFacts, type MinutesFound } from '#lib/server/queries/find-minutes-facts.ts';

/** The minutes of a meeting, held until the transaction ends, so that two acts on them follow one another. */
export async function takeMinutes(db: Db, actor: Actor, slug: string): Promise<MinutesFound> {
	await db
		.updateTable('meeting')
		.set((eb) => ({ version: eb.ref('version') }))
		.where('slug', '=', slug)
		.where('projectId', '=', actor.projectId)
		.execute();
	const found = await findMinutesFacts(db, actor, slug);
	if (!found) throw new NotFound();
	return found;
}

/** A planned point of this very meeting; one of another meeting is as good as missing. */
export function pointOf({ points }: MinutesFound, agendaItemId: string) {
	const point = points.find(({ id }) => id === agendaItemId);
	if (!point) throw new NotFound();
	return point;
}

/** An objection to what circulates now. */
export function objectionOf({ minutes }: MinutesFound, objectionId: string) {
	const objection = minutes.objections.find(({ id }) => id === objectionId);
	if (!objection) throw new NotFound();
	return objection;
}
