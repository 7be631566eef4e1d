import type { Db } from '#db/schema.ts';
import { clockBlocks, clockChanges } from '#lib/domain/meetings/clock.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { ClockPoint } from '#lib/schemas/meetings/agenda.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedMeeting } from '#lib/server/queries/find-meeting-facts.ts';
import { listPoints, takeOpenMeeting, takePoint } from './take-open-meeting.ts';

/** Takes a point up, which closes the one before it, or closes it. */
export function runAgendaClock(
	db: Db,
	actor: Actor,
	input: ClockPoint & { meetingId: string },
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { meeting } = await takeOpenMeeting(db, actor, input.meetingId, 'meeting:edit');
		const point = await takePoint(db, meeting, input.pointId);
		assertNone(clockBlocks(meeting, point, input.event));
		const points = await listPoints(db, meeting.id);
		for (const { id, ...clock } of clockChanges(points, point.id, input.event, now))
			await db
				.updateTable('agendaItem')
				.set((eb) => ({ ...clock, version: eb('version', '+', 1) }))
				.where('id', '=', id)
				.execute();
		const act = `agenda:${input.event}`;
		await recordAudit(db, actor, act, auditedMeeting(meeting), now, { title: point.title });
	});
}
