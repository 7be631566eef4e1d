import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { readMeetingFilter } from '#lib/schemas/meetings/meeting-list.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { findMeetingList } from '#lib/server/queries/find-meeting-list.ts';
import { aMeeting, anInvitee } from '#tests/support/builders/a-meeting.ts';
import { aProject, TODAY } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { withDatabase } from '#tests/support/database.ts';

const on = (day: string) => [{ day, startsAt: 540, endsAt: 1020 }];

async function shown(db: Db, actor: Actor, query = '') {
	const filter = readMeetingFilter(new URL(`https://example.org/?${query}`));
	const { next, upcoming, past, cancelled } = await findMeetingList(db, actor, filter, TODAY);
	const slugs = (meetings: readonly { slug: string }[]) => meetings.map(({ slug }) => slug);
	return [next?.slug ?? null, slugs(upcoming), slugs(past), slugs(cancelled)];
}

test('the next meeting comes first, then those to come, those past with the latest first, and those cancelled', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const actor = await anActor(db, { projectId });
		expect(await shown(db, actor)).toEqual([null, [], [], []]);
		await aMeeting(db, { projectId, slug: 'unfixed', days: [] });
		await aMeeting(db, { projectId, slug: 'autumn', days: on('2026-09-01') });
		await aMeeting(db, { projectId, slug: 'today', state: 'invited', days: on(TODAY) });
		await aMeeting(db, { projectId, slug: 'kick-off', state: 'held', days: on('2024-02-27') });
		await aMeeting(db, { projectId, slug: 'spring', state: 'planned', days: on('2026-03-01') });
		await aMeeting(db, { projectId, slug: 'snow', state: 'cancelled', days: on('2026-12-24') });
		expect(await shown(db, actor)).toEqual([
			'today',
			['autumn', 'unfixed'],
			['spring', 'kick-off'],
			['snow']
		]);
	}));

test('the list is narrowed by kind, series, country and text, whatever the script', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const actor = await anActor(db, { projectId });
		const host = await anOrganisation(db, { projectId, country: 'UZ' });
		const series = {
			id: crypto.randomUUID(),
			projectId,
			code: 'pilots',
			title: 'Pilots',
			origin: 'entered' as const
		};
		await db.insertInto('meetingSeries').values(series).execute();
		await aMeeting(db, { projectId, slug: 'qa', kind: 'qa', search: 'kazaksha kezdesu' });
		await aMeeting(db, { projectId, slug: 'kz', kind: 'national', country: 'KZ', search: 'казак' });
		await aMeeting(db, {
			projectId,
			slug: 'uz',
			hostOrganisationId: host.id,
			seriesId: series.id,
			search: 'x'
		});
		const found = async (query: string) =>
			(await shown(db, actor, query)).flat(2).filter((one) => one !== null);
		expect(await found('kind=qa')).toEqual(['qa']);
		expect(await found('country=KZ')).toEqual(['kz']);
		expect(await found('country=UZ')).toEqual(['uz']);
		expect(await found('series=pilots')).toEqual(['uz']);
		expect(await found('q=%D2%9A%D0%B0%D0%B7%D0%B0%D2%9B')).toEqual(['kz', 'qa']);
		expect(await found('q=%25')).toEqual([]);
		expect(await found('kind=nonsense')).toHaveLength(3);
	}));

test('outsiders see the meetings they are invited to, observers also those of their organisation; nobody a foreign one', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const observer = await anActor(db, { projectId, role: 'observer' });
		const evaluator = await anActor(db, { projectId, role: 'external-evaluator' });
		const stranger = await anActor(db, { projectId: (await aProject(db)).id, role: 'coordinator' });
		const [a, b, c] = [
			await aMeeting(db, { projectId, slug: 'a' }),
			await aMeeting(db, { projectId, slug: 'b' }),
			await aMeeting(db, { projectId, slug: 'c' })
		];
		await anInvitee(db, { projectId, meetingId: a.id, organisationId: observer.organisationId });
		await anInvitee(db, { projectId, meetingId: a.id, organisationId: evaluator.organisationId });
		await anInvitee(db, { projectId, meetingId: b.id, personId: evaluator.personId, guestName: 'E' });
		const gone = { personId: observer.personId, guestName: 'O', removedAt: '2026-06-01T00:00:00.000Z' };
		await anInvitee(db, { projectId, meetingId: c.id, ...gone });
		expect(await shown(db, observer)).toEqual(['a', [], [], []]);
		expect(await shown(db, evaluator)).toEqual(['b', [], [], []]);
		expect(await shown(db, stranger)).toEqual([null, [], [], []]);
	}));
