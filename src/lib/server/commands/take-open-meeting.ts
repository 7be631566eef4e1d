import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { meetingOpenBlocks } from '#lib/domain/meetings/meeting-edits.ts';
import type { Permission } from '#lib/domain/permissions.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { findMeetingFacts } from '#lib/server/queries/find-meeting-facts.ts';
import { lockMeeting } from './lock-meeting.ts';

/** A meeting whose agenda may still change, for somebody who may; writers of the same meeting queue from here on. */
export async function takeOpenMeeting(db: Db, actor: Actor, meetingId: string, permission: Permission) {
	await lockMeeting(db, actor.projectId, meetingId);
	const found = await findMeetingFacts(db, actor.projectId, { id: meetingId });
	if (!found) throw new NotFound();
	assertCan(actor, permission, found.subject);
	assertNone(meetingOpenBlocks(found.meeting));
	return found;
}

/** A point of this very meeting; one of another meeting is as good as missing. */
export async function takePoint(db: Db, meeting: { id: string; projectId: string }, pointId: string) {
	const point = await db
		.selectFrom('agendaItem')
		.selectAll()
		.where('projectId', '=', meeting.projectId)
		.where('meetingId', '=', meeting.id)
		.where('id', '=', pointId)
		.executeTakeFirst();
	if (!point) throw new NotFound();
	return point;
}

/** Everything on a meeting's agenda, in whatever state. */
export function listPoints(db: Db, meetingId: string) {
	return db
		.selectFrom('agendaItem')
		.select(['id', 'title', 'day', 'track', 'position', 'state', 'openedAt', 'closedAt', 'minutes'])
		.where('meetingId', '=', meetingId)
		.orderBy('position')
		.orderBy('id')
		.execute();
}
