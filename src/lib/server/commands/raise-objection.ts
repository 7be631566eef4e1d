import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { objectBlocks } from '#lib/domain/meetings/minutes-objections.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { RaiseObjection } from '#lib/schemas/meetings/minutes.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { auditedMeeting } from '#lib/server/queries/find-meeting-facts.ts';
import { objectorOf } from '#lib/server/queries/find-minutes-facts.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { pointOf, takeMinutes } from './take-minutes.ts';
import { tellOfMinutes } from './tell-of-minutes.ts';

/** An organisation says no to a point, or to the minutes as a whole, while the days of objection run. */
export function raiseObjection(
	db: Db,
	actor: Actor,
	input: RaiseObjection & { slug: string },
	now: Date
): Promise<string> {
	return db.transaction().execute(async (db) => {
		const found = await takeMinutes(db, actor, input.slug);
		const { meeting, minutes, current } = found;
		assertCan(actor, 'minutes:object', found.subjects.read);
		const { agendaItemId, text } = input;
		const point = agendaItemId === null ? null : pointOf(found, agendaItemId);
		const { organisationId, organisationAcronym: organisation } = actor;
		const today = await findToday(db, actor.projectId, now);
		assertNone(objectBlocks(minutes, objectorOf(found, actor), agendaItemId, today));
		const id = newId();
		if (!current) return id;

		await db
			.insertInto('minutesObjection')
			.values({
				id,
				projectId: actor.projectId,
				meetingId: meeting.id,
				circulationId: current.id,
				agendaItemId,
				organisationId,
				personId: actor.personId,
				text,
				raisedAt: now.toISOString(),
				answer: null,
				answeredBy: null,
				answeredAt: null,
				settled: null,
				settledNote: null,
				settledBy: null,
				settledAt: null
			})
			.execute();
		const details = { number: current.number, organisation, point: point?.title ?? null, text };
		await recordAudit(db, actor, 'minutes:object', auditedMeeting(meeting), now, details);
		await tellOfMinutes(db, found, 'objected', { from: actor.personId, organisation }, now);
		return id;
	});
}
