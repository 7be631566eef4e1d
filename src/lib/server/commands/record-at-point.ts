import type { Db } from '#db/schema.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { CreateAction } from '#lib/schemas/meetings/actions.ts';
import type { RecordDecision } from '#lib/schemas/meetings/decisions.ts';
import { createActionWithin } from './create-action.ts';
import { recordDecisionWithin } from './record-decision.ts';
import { pointOf, takeMinutes } from './take-minutes.ts';

/** A decision under a point of this meeting. */
export function recordPointDecision(
	db: Db,
	actor: Actor,
	input: RecordDecision & { slug: string },
	now: Date
) {
	return db.transaction().execute(async (db) => {
		const place = await placeOf(db, actor, input);
		return recordDecisionWithin(db, actor, { ...input, ...place }, now);
	});
}

/** An action that comes from a point of this meeting. */
export function createPointAction(db: Db, actor: Actor, input: CreateAction & { slug: string }, now: Date) {
	return db.transaction().execute(async (db) => {
		const place = await placeOf(db, actor, input);
		return createActionWithin(db, actor, { ...input, ...place, originItemId: null, riskId: null }, now);
	});
}

async function placeOf(
	db: Db,
	actor: Actor,
	{ slug, agendaItemId }: { slug: string; agendaItemId: string | null }
) {
	const found = await takeMinutes(db, actor, slug);
	if (agendaItemId === null) throw new NotFound();
	return { meetingId: found.meeting.id, agendaItemId: pointOf(found, agendaItemId).id };
}
