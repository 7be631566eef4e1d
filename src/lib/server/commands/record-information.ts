import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { writeBlocks } from '#lib/domain/meetings/minutes.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { OfOutcome, RecordInformation } from '#lib/schemas/meetings/minutes.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedMeeting } from '#lib/server/queries/find-meeting-facts.ts';
import { insertOutcome } from './insert-outcome.ts';
import { pointOf, takeMinutes } from './take-minutes.ts';

/** Keeps as an outcome of a point what everybody should know. */
export function recordInformation(
	db: Db,
	actor: Actor,
	input: RecordInformation & { slug: string },
	now: Date
): Promise<string> {
	return db.transaction().execute(async (db) => {
		const found = await takeMinutes(db, actor, input.slug);
		const { meeting, minutes } = found;
		assertCan(actor, 'minutes:write', found.subjects.take);
		const point = pointOf(found, input.agendaItemId);
		assertNone(writeBlocks(minutes));
		const { text } = input;
		const place = { meetingId: meeting.id, agendaItemId: point.id };
		const id = await insertOutcome(db, actor, { ...place, kind: 'information', text }, now);
		const details = { point: point.title, text };
		await recordAudit(db, actor, 'minutes:record-information', auditedMeeting(meeting), now, details);
		return id;
	});
}

/** Takes an information out of minutes that are a draft; decisions and actions have registers of their own. */
export function removeInformation(
	db: Db,
	actor: Actor,
	input: OfOutcome & { slug: string },
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const found = await takeMinutes(db, actor, input.slug);
		const { meeting, minutes } = found;
		assertCan(actor, 'minutes:write', found.subjects.take);
		const outcome = await findInformation(db, meeting.id, input.outcomeId);
		assertNone(writeBlocks(minutes));
		await db
			.updateTable('minutesOutcome')
			.set({ removedAt: now.toISOString() })
			.where('id', '=', outcome.id)
			.execute();
		const details = { text: outcome.text };
		await recordAudit(db, actor, 'minutes:remove-information', auditedMeeting(meeting), now, details);
	});
}

export async function findInformation(db: Db, meetingId: string, outcomeId: string) {
	const outcome = await db
		.selectFrom('minutesOutcome')
		.selectAll()
		.where('id', '=', outcomeId)
		.where('meetingId', '=', meetingId)
		.where('kind', '=', 'information')
		.where('removedAt', 'is', null)
		.executeTakeFirst();
	if (!outcome) throw new NotFound();
	return outcome;
}
