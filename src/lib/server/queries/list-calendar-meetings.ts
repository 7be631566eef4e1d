import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import { meetingSubject } from '#lib/domain/meetings/meeting-subject.ts';
import type { Actor } from '#lib/domain/roles.ts';

/** The meetings that this actor may see, each with its days and those it had once. Five queries, however many there are. */
export async function listCalendarMeetings(db: Db, actor: Actor, slug?: string) {
	const meetings = await db
		.selectFrom('meeting')
		.selectAll()
		.where('projectId', '=', actor.projectId)
		.$if(slug !== undefined, (query) => query.where('slug', '=', slug ?? ''))
		.orderBy('id')
		.execute();
	const ids = meetings.length > 0 ? meetings.map((one) => one.id) : [''];
	const invitees = await db
		.selectFrom('meetingInvitee')
		.select(['meetingId', 'organisationId', 'personId', 'attendance'])
		.where('meetingId', 'in', ids)
		.where('removedAt', 'is', null)
		.orderBy('id')
		.execute();
	const packages = await db
		.selectFrom('meetingWorkPackage')
		.select(['meetingId', 'workPackageId'])
		.where('meetingId', 'in', ids)
		.orderBy('workPackageId')
		.execute();
	const days = await db
		.selectFrom('meetingDay')
		.select(['meetingId', 'day', 'startsAt', 'endsAt'])
		.where('meetingId', 'in', ids)
		.orderBy('day')
		.execute();
	const removed = await db
		.selectFrom('meetingDayRemoved')
		.selectAll()
		.where('meetingId', 'in', ids)
		.orderBy('number')
		.execute();
	const removedOf = Map.groupBy(removed, (one) => one.meetingId);
	const inviteesOf = Map.groupBy(invitees, (one) => one.meetingId);
	const packagesOf = Map.groupBy(packages, (one) => one.meetingId);
	const daysOf = Map.groupBy(days, (one) => one.meetingId);
	return meetings
		.filter((meeting) => {
			const workPackageIds = (packagesOf.get(meeting.id) ?? []).map((one) => one.workPackageId);
			const facts = { ...meeting, invitees: inviteesOf.get(meeting.id) ?? [], workPackageIds };
			return can(actor, 'meeting:read', meetingSubject(facts)).ok;
		})
		.map((meeting) => ({
			...meeting,
			days: daysOf.get(meeting.id) ?? [],
			removedDays: removedOf.get(meeting.id) ?? []
		}));
}

export type CalendarMeeting = Awaited<ReturnType<typeof listCalendarMeetings>>[number];
