import type { Db } from '#db/schema.ts';
import type { Attendance } from '#lib/domain/meetings/meetings.ts';
import { circulateMinutes } from '#lib/server/commands/circulate-minutes.ts';
import { writeMinutes } from '#lib/server/commands/write-minutes.ts';
import { aMeeting, anInvitee } from './a-meeting.ts';
import { aProject, NOW } from './a-project.ts';
import { aWorkPackage } from './a-work-package.ts';
import { anActor } from './an-actor.ts';
import { anAgendaItem } from './an-agenda-item.ts';
import { anOrganisation } from './an-organisation.ts';

/** A meeting that was held by three members with two points, a chair and a secretary. Nothing is written yet. */
export async function aMinutesProject(db: Db, attendance: Attendance = 'in-person') {
	const { id: projectId } = await aProject(db);
	const organisation = await anOrganisation(db, {
		projectId,
		role: 'coordinator',
		country: 'ES',
		acronym: 'UPV'
	});
	const coordinator = await anActor(db, {
		projectId,
		role: 'coordinator',
		organisationId: organisation.id,
		name: 'Carmen'
	});
	const chair = await anActor(db, { projectId, name: 'Aigerim' });
	const secretary = await anActor(db, { projectId, name: 'Bek' });
	const outsider = await anActor(db, { projectId, name: 'Olga' });
	await aWorkPackage(db, { projectId });
	const meeting = await aMeeting(db, {
		projectId,
		state: 'held',
		chairId: chair.personId,
		secretaryId: secretary.personId,
		days: [{ day: '2026-06-10', startsAt: 540, endsAt: 1020 }]
	});
	const place = { projectId, meetingId: meeting.id };
	for (const { organisationId, personId } of [coordinator, chair, secretary])
		await anInvitee(db, { ...place, organisationId, personId, attendance });
	const first = await anAgendaItem(db, { ...place, title: 'Budget' });
	const second = await anAgendaItem(db, { ...place, title: 'Next meeting' });
	return { projectId, slug: meeting.slug, meeting, coordinator, chair, secretary, outsider, first, second };
}

/** The same with a text under each point. */
export async function writtenMinutes(db: Db, attendance?: Attendance) {
	const made = await aMinutesProject(db, attendance);
	for (const { id: agendaItemId, title: text } of [made.first, made.second])
		await writeMinutes(db, made.coordinator, { slug: made.slug, agendaItemId, version: 0, text }, NOW);
	return made;
}

/** And circulated on 15 June 2026, so that organisations may object until the 29th. */
export async function circulatedMinutes(db: Db, attendance?: Attendance) {
	const made = await writtenMinutes(db, attendance);
	const circulation = await circulateMinutes(db, made.secretary, { slug: made.slug }, NOW);
	return { ...made, circulation };
}

/** The day after the window. */
export const AFTER = new Date('2026-06-30T09:00:00.000Z');
