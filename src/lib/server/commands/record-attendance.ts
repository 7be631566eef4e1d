import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import {
	attendanceBlocks,
	attendanceChoice,
	stepBlocks,
	type AttendanceClaim
} from '#lib/domain/meetings/invitations.ts';
import { assertNone, Conflict, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { AttendanceInput } from '#lib/schemas/meetings/people.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedMeeting } from '#lib/server/queries/find-meeting-facts.ts';
import { findMeetingConsortium } from '#lib/server/queries/find-meeting-consortium.ts';
import { nameInvitees } from '#lib/server/queries/name-invitees.ts';
import { takeMeeting } from './take-meeting.ts';

/** Who was there, as whoever convenes has it. Rows that the form left as it showed them are not touched. */
export function recordAttendance(
	db: Db,
	actor: Actor,
	{ meetingId, rows }: AttendanceInput,
	now: Date
): Promise<{ count: number }> {
	return db.transaction().execute(async (db) => {
		const { meeting, invitees, subject } = await takeMeeting(db, actor.projectId, meetingId);
		assertCan(actor, 'meeting:attendance', subject);
		const known = new Map(invitees.map((one) => [one.id, one]));
		const asked = rows.map((row) => {
			const invitee = known.get(row.inviteeId);
			if (!invitee) throw new NotFound();
			return { ...row, invitee };
		});
		const changed = asked.filter(({ was, now: wanted }) => !isSame(was, wanted));
		const names = await nameInvitees(
			db,
			actor.projectId,
			changed.map(({ invitee }) => invitee)
		);
		const { organisations } = await findMeetingConsortium(db, actor.projectId);
		assertNone([
			...stepBlocks('attendance', meeting.state),
			...changed.flatMap(({ invitee, now: wanted }, index) =>
				attendanceBlocks({ ...invitee, name: names[index] ?? '' }, wanted, organisations)
			)
		]);
		const moved = changed.filter(
			({ invitee, was, now: wanted }) => !isSame(invitee, was) && !isSame(invitee, wanted)
		);
		if (moved.length > 0)
			throw new Conflict(
				Object.fromEntries(moved.map(({ invitee }) => [invitee.id, attendanceChoice(invitee)]))
			);

		for (const [, same] of Map.groupBy(changed, (row) => attendanceChoice(row.now)))
			await db
				.updateTable('meetingInvitee')
				.set({ ...same[0]?.now, attendanceBy: actor.personId, attendanceAt: now.toISOString() })
				.where(
					'id',
					'in',
					same.map(({ invitee }) => invitee.id)
				)
				.execute();
		const attendance = changed.map(({ now: { attendance } }, index) => ({ name: names[index], attendance }));
		if (changed.length > 0)
			await recordAudit(db, actor, 'meeting:attendance', auditedMeeting(meeting), now, { attendance });
		return { count: changed.length };
	});
}

function isSame(a: AttendanceClaim, b: AttendanceClaim): boolean {
	return a.attendance === b.attendance && a.representedById === b.representedById;
}
