import type { Db } from '#db/schema.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import { findMeetingFacts, type MeetingFound } from '#lib/server/queries/find-meeting-facts.ts';
import { lockMeeting } from './lock-meeting.ts';

/** A meeting for a change of who is in it: writers of one meeting queue here, so that what is read stays true. */
export async function takeMeeting(db: Db, projectId: string, id: string): Promise<MeetingFound> {
	await lockMeeting(db, projectId, id);
	const found = await findMeetingFacts(db, projectId, { id });
	if (!found) throw new NotFound();
	return found;
}

/** The meeting of an invitation that still stands, with its row. */
export async function takeInvitee(db: Db, projectId: string, inviteeId: string) {
	const row = await db
		.selectFrom('meetingInvitee')
		.select('meetingId')
		.where('projectId', '=', projectId)
		.where('id', '=', inviteeId)
		.where('removedAt', 'is', null)
		.executeTakeFirst();
	if (!row) throw new NotFound();
	const found = await takeMeeting(db, projectId, row.meetingId);
	const invitee = found.invitees.find((one) => one.id === inviteeId);
	if (!invitee) throw new NotFound();
	return { ...found, invitee };
}
