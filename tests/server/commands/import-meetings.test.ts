import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { importProject } from '#lib/server/commands/import-project.ts';
import { withDatabase } from '#tests/support/database.ts';

const SECOND = readFileSync(new URL('../../support/second-project.json', import.meta.url), 'utf8');
const PARTS = v.parse(
	v.looseObject({ organisations: v.array(v.looseObject({ code: v.string() })) }),
	JSON.parse(SECOND)
);
const [host = ''] = PARTS.organisations.map(({ code }) => code);
const NOW = new Date('2025-01-02T09:00:00.000Z');

const MEETING = {
	slug: 'first-meeting',
	kind: 'consortium',
	title: 'First meeting',
	mode: 'on-site',
	host,
	time_zone: 'Asia/Almaty',
	series: 'Consortium meetings',
	days: [{ day: '2024-12-04', starts_at: '09:30', ends_at: '17:00' }, { day: '2024-12-05' }],
	attended: [host],
	guests: [{ name: 'A. Guest', organisation: 'A ministry' }],
	agenda: [
		{ title: 'Welcome', day: '2024-12-04', starts_at: '09:30', minutes: 30 },
		{
			title: 'The year to come',
			text: 'All spoke.',
			information: ['A plan is there'],
			decisions: [{ title: 'Go on' }]
		}
	]
};
const load = (meeting: object) => ({ content: JSON.stringify({ ...PARTS, meetings: [meeting] }) });

test('a meeting of the file is there with its days, who came, its agenda and its decisions', () =>
	withDatabase(async (db) => {
		expect(await importProject(db, 'Somebody', load(MEETING), NOW)).toMatchObject({
			ok: true,
			counts: { meetings: 1 }
		});
		expect(await db.selectFrom('meeting').select(['slug', 'state', 'timeZone']).execute()).toEqual([
			{ slug: 'first-meeting', state: 'held', timeZone: 'Asia/Almaty' }
		]);
		expect(
			await db.selectFrom('meetingDay').select(['day', 'startsAt', 'endsAt']).orderBy('day').execute()
		).toEqual([
			{ day: '2024-12-04', startsAt: 570, endsAt: 1020 },
			{ day: '2024-12-05', startsAt: null, endsAt: null }
		]);
		const there = db.selectFrom('meetingInvitee').select(['guestName', 'attendance']).orderBy('guestName');
		expect(await there.execute()).toEqual([
			{ guestName: '', attendance: 'in-person' },
			{ guestName: 'A. Guest', attendance: 'in-person' }
		]);
		expect(await db.selectFrom('minutesText').select('text').execute()).toEqual([{ text: 'All spoke.' }]);
		expect(await db.selectFrom('decision').select(['code', 'decidedOn', 'effectiveOn']).execute()).toEqual([
			{ code: 'DEC-001', decidedOn: '2024-12-05', effectiveOn: '2024-12-05' }
		]);
		const outcomes = db.selectFrom('minutesOutcome').select(['kind', 'text']).orderBy('kind');
		expect(await outcomes.execute()).toEqual([
			{ kind: 'decision', text: '' },
			{ kind: 'information', text: 'A plan is there' }
		]);
	}));

const wrong: [string, object, string][] = [
	['a host that nobody knows', { host: 'nobody' }, 'meetings[0].host'],
	['a zone that is none', { time_zone: 'Almaty' }, 'meetings[0].time_zone'],
	['a day told twice', { days: [{ day: '2024-12-04' }, { day: '2024-12-04' }] }, 'meetings[0].days[1].day'],
	[
		'a day that ends before it begins',
		{ days: [{ day: '2024-12-04', starts_at: '10:00', ends_at: '09:00' }] },
		'meetings[0].days[0].ends_at'
	],
	['half of the times', { days: [{ day: '2024-12-04', starts_at: '10:00' }] }, 'meetings[0].days[0].ends_at'],
	['an agenda of another day', { days: [{ day: '2024-12-05' }] }, 'meetings[0].agenda[0].day']
];
test.each(wrong)('%s is named with its place, and nothing is stored', (_, given, path) =>
	withDatabase(async (db) => {
		const result = await importProject(db, 'Somebody', load({ ...MEETING, ...given }), NOW);
		expect(result).toMatchObject({ ok: false, problems: [{ path }] });
		expect(await db.selectFrom('meeting').select('id').execute()).toEqual([]);
	})
);
