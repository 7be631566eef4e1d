import type { Db } from '#db/schema.ts';
import { lastPosition, slotBlocks } from '#lib/domain/meetings/agenda-edits.ts';
import { assertNone, Conflict } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { EditPoint } from '#lib/schemas/meetings/agenda.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedMeeting } from '#lib/server/queries/find-meeting-facts.ts';
import { listMeetingDays } from '#lib/server/queries/list-meeting-days.ts';
import { assertMembers } from './meeting-parts.ts';
import { listPoints, takeOpenMeeting, takePoint } from './take-open-meeting.ts';

/** Changes a point; put on another day, it comes last there. */
export function editAgendaItem(
	db: Db,
	actor: Actor,
	input: EditPoint & { meetingId: string },
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { meeting } = await takeOpenMeeting(db, actor, input.meetingId, 'meeting:edit');
		const point = await takePoint(db, meeting, input.pointId);
		const { pointId: _, meetingId: _meeting, version, ...fields } = input;
		await assertMembers(db, actor.projectId, [fields.presenterId]);
		const days = await listMeetingDays(db, meeting.id);
		const day = fields.day ?? point.day;
		assertNone(slotBlocks(days, { day, startsAt: fields.startsAt }));

		const position = day === point.day ? point.position : lastPosition(await listPoints(db, meeting.id));
		const { numUpdatedRows } = await db
			.updateTable('agendaItem')
			.set({ ...fields, day, position, version: point.version + 1 })
			.where('id', '=', point.id)
			.where('version', '=', version)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) throw new Conflict({ title: point.title, description: point.description });
		await recordAudit(db, actor, 'agenda:edit', auditedMeeting(meeting), now, {
			from: { title: point.title, day: point.day, startsAt: point.startsAt, minutes: point.minutes },
			to: { title: fields.title, day, startsAt: fields.startsAt, minutes: fields.minutes }
		});
	});
}
