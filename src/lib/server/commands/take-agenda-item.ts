import type { Db } from '#db/schema.ts';
import { lastPosition, slotBlocks } from '#lib/domain/meetings/agenda-edits.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { TakePoint } from '#lib/schemas/meetings/agenda.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedMeeting } from '#lib/server/queries/find-meeting-facts.ts';
import { listBacklog } from '#lib/server/queries/list-backlog.ts';
import { listMeetingDays } from '#lib/server/queries/list-meeting-days.ts';
import { listPoints, takeOpenMeeting } from './take-open-meeting.ts';

/** Takes a point of the backlog onto the agenda, last on its day. */
export function takeAgendaItem(
	db: Db,
	actor: Actor,
	input: TakePoint & { meetingId: string },
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { meeting } = await takeOpenMeeting(db, actor, input.meetingId, 'meeting:edit');
		const waiting = await listBacklog(db, meeting);
		const point = waiting.find(({ id }) => id === input.pointId);
		if (!point) throw new NotFound();
		const days = await listMeetingDays(db, meeting.id);
		const day = input.day ?? days[0]?.day ?? null;
		assertNone(slotBlocks(days, { day, startsAt: null }));

		const position = lastPosition(await listPoints(db, meeting.id));
		const { numUpdatedRows } = await db
			.updateTable('agendaItem')
			.set((eb) => ({ meetingId: meeting.id, day, position, version: eb('version', '+', 1) }))
			.where('id', '=', point.id)
			.where('meetingId', 'is', null)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) throw new NotFound();
		await recordAudit(db, actor, 'agenda:take', auditedMeeting(meeting), now, { title: point.title });
	});
}
