import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { meetingSubject } from '#lib/domain/meetings/meeting-subject.ts';

/** A meeting with what permissions and the quorum ask of it. Two queries, whatever its size. */
export async function findMeetingFacts(db: Db, projectId: string, key: { id: string } | { slug: string }) {
	const row = await db
		.selectFrom('meeting')
		.selectAll()
		.select((eb) =>
			eb
				.selectFrom('meetingWorkPackage')
				.whereRef('meetingWorkPackage.meetingId', '=', 'meeting.id')
				.select(sql<string>`string_agg(work_package_id, ',')`.as('ids'))
				.as('packages')
		)
		.where('projectId', '=', projectId)
		.where((eb) => ('id' in key ? eb('id', '=', key.id) : eb('slug', '=', key.slug)))
		.executeTakeFirst();
	if (!row) return undefined;
	const { packages, ...meeting } = row;
	const invitees = await db
		.selectFrom('meetingInvitee')
		.selectAll()
		.where('meetingId', '=', meeting.id)
		.where('removedAt', 'is', null)
		.orderBy('id')
		.execute();
	const facts = { ...meeting, invitees, workPackageIds: packages?.split(',').sort() ?? [] };
	return { meeting, invitees, facts, subject: meetingSubject(facts) };
}

export type MeetingFound = NonNullable<Awaited<ReturnType<typeof findMeetingFacts>>>;

/** The record of a meeting as the audit trail names it. */
export function auditedMeeting(meeting: { id: string; slug: string }) {
	return { type: 'meeting', id: meeting.id, label: meeting.slug };
}
