import type { Db } from '#db/schema.ts';
import { movedPositions, positionsBefore } from '#lib/domain/meetings/agenda-edits.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { MovePoint } from '#lib/schemas/meetings/agenda.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedMeeting } from '#lib/server/queries/find-meeting-facts.ts';
import { listPoints, takeOpenMeeting, takePoint } from './take-open-meeting.ts';

/** Moves a point up or down by one place within its day, or before another; at the end of the row nothing happens. */
export function moveAgendaItem(
	db: Db,
	actor: Actor,
	input: MovePoint & { meetingId: string },
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { meeting } = await takeOpenMeeting(db, actor, input.meetingId, 'meeting:edit');
		const point = await takePoint(db, meeting, input.pointId);
		const planned = (await listPoints(db, meeting.id)).filter(({ state }) => state === 'planned');
		const { direction, before } = input;
		const moved =
			direction === 'before'
				? positionsBefore(planned, point.id, before)
				: movedPositions(planned, point.id, direction);
		if (moved.length === 0) return;
		for (const { id, position } of moved)
			await db.updateTable('agendaItem').set({ position }).where('id', '=', id).execute();
		await recordAudit(db, actor, 'agenda:move', auditedMeeting(meeting), now, {
			title: point.title,
			direction
		});
	});
}
