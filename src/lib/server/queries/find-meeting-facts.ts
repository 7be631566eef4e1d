import type { Db } from '#db/schema.ts';
import { meetingSubject } from '#lib/domain/meetings/meeting-subject.ts';

/** A meeting with what permissions and the quorum ask of it. Three queries, whatever its size. */
export async function findMeetingFacts(db: Db, projectId: string, key: { id: string } | { slug: string }) {
	const meeting = await db
		.selectFrom('meeting')
		.selectAll()
		.where('projectId', '=', projectId)
		.where((eb) => ('id' in key ? eb('id', '=', key.id) : eb('slug', '=', key.slug)))
		.executeTakeFirst();
	if (!meeting) return undefined;
	const invitees = await db
		.selectFrom('meetingInvitee')
		.selectAll()
		.where('meetingId', '=', meeting.id)
		.where('removedAt', 'is', null)
		.orderBy('id')
		.execute();
	const packages = await db
		.selectFrom('meetingWorkPackage')
		.select('workPackageId')
		.where('meetingId', '=', meeting.id)
		.orderBy('workPackageId')
		.execute();
	const facts = { ...meeting, invitees, workPackageIds: packages.map((one) => one.workPackageId) };
	return { meeting, invitees, facts, subject: meetingSubject(facts) };
}

export type MeetingFound = NonNullable<Awaited<ReturnType<typeof findMeetingFacts>>>;

/** The record of a meeting as the audit trail names it. */
export function auditedMeeting(meeting: { id: string; slug: string }) {
	return { type: 'meeting', id: meeting.id, label: meeting.slug };
}
