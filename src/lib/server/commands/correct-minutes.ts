import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { minutesStateBlocks } from '#lib/domain/meetings/minutes.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { CorrectMinutes } from '#lib/schemas/meetings/minutes.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { auditedMeeting } from '#lib/server/queries/find-meeting-facts.ts';
import { takeMinutes } from './take-minutes.ts';

/** A numbered erratum beside locked minutes; their text stays as it was signed. */
export function correctMinutes(
	db: Db,
	actor: Actor,
	input: CorrectMinutes & { slug: string },
	now: Date
): Promise<number> {
	return db.transaction().execute(async (db) => {
		const found = await takeMinutes(db, actor, input.slug);
		const { meeting, minutes, previous } = found;
		assertCan(actor, 'minutes:write', found.subjects.take);
		const { agendaItemId, text, reason } = input;
		const point = previous?.points.find(({ id }) => id === agendaItemId);
		if (agendaItemId !== null && previous && !point) throw new NotFound();
		assertNone(minutesStateBlocks(minutes, 'correct'));

		const { last } = await db
			.selectFrom('minutesErratum')
			.select((eb) => eb.fn.max('number').as('last'))
			.where('meetingId', '=', meeting.id)
			.executeTakeFirstOrThrow();
		const number = Number(last ?? 0) + 1;
		await db
			.insertInto('minutesErratum')
			.values({
				id: newId(),
				projectId: actor.projectId,
				meetingId: meeting.id,
				number,
				agendaItemId,
				text,
				reason,
				madeBy: actor.personId,
				madeAt: now.toISOString()
			})
			.execute();
		const details = { number, point: point?.title ?? null, text, reason };
		await recordAudit(db, actor, 'minutes:correct', auditedMeeting(meeting), now, details);
		return number;
	});
}
