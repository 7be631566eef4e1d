import type { Insertable } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { Meeting, MeetingDay, MeetingInvitee } from '#db/schema/meetings.ts';
import { newId } from '#lib/server/ids.ts';
import { next, NOW } from './a-project.ts';

type Given = { projectId: string; days?: Omit<Insertable<MeetingDay>, 'meetingId'>[] } & Partial<
	Insertable<Meeting>
>;

/** A planned consortium meeting of one day in Almaty, with nobody invited. */
export async function aMeeting(db: Db, { days, ...given }: Given) {
	const meeting = {
		id: newId(),
		slug: `meeting-${next()}`,
		seriesId: null,
		kind: 'consortium' as const,
		title: 'Consortium meeting',
		mode: 'on-site' as const,
		place: 'Almaty',
		link: null,
		country: null,
		hostOrganisationId: null,
		timeZone: 'Asia/Almaty',
		chairId: null,
		secretaryId: null,
		level: 'PU' as const,
		state: 'planned' as const,
		minutesState: 'draft' as const,
		cancelledReason: null,
		summary: '',
		sequence: 0,
		origin: 'entered' as const,
		search: 'consortium meeting',
		createdBy: null,
		createdAt: NOW.toISOString(),
		changedAt: NOW.toISOString(),
		version: 1,
		...given
	};
	await db.insertInto('meeting').values(meeting).execute();
	for (const day of days ?? [{ day: '2026-07-01', startsAt: 9 * 60, endsAt: 17 * 60 }])
		await db
			.insertInto('meetingDay')
			.values({ meetingId: meeting.id, ...day })
			.execute();
	return meeting;
}

/** Somebody invited who has not answered. */
export async function anInvitee(
	db: Db,
	given: { projectId: string; meetingId: string } & Partial<Insertable<MeetingInvitee>>
) {
	const invitee = {
		id: newId(),
		organisationId: null,
		personId: null,
		guestName: '',
		guestOrganisation: '',
		answer: null,
		answeredBy: null,
		answeredAt: null,
		attendance: null,
		representedById: null,
		attendanceBy: null,
		attendanceAt: null,
		invitedBy: null,
		invitedAt: NOW.toISOString(),
		removedAt: null,
		origin: 'entered' as const,
		...given
	};
	await db.insertInto('meetingInvitee').values(invitee).execute();
	return invitee;
}
