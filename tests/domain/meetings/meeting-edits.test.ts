import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	meetingBlocks,
	meetingOpenBlocks,
	meetingSlug,
	movedDays
} from '#lib/domain/meetings/meeting-edits.ts';
import { MEETING_STATES, MINUTES_STATES } from '#lib/domain/meetings/meetings.ts';

const MEETING = {
	kind: 'consortium',
	mode: 'on-site',
	place: 'Almaty',
	country: null,
	timeZone: 'Asia/Almaty'
} as const;

test.each([
	['on site with a place', {}, []],
	['on site without a place', { place: '' }, ['meeting-place-missing']],
	['online without a place', { mode: 'online', place: '' }, []],
	['national without a country', { kind: 'national' }, ['meeting-country-missing']],
	['in a zone that does not exist', { timeZone: 'Asia/Atlantis' }, ['meeting-zone-unknown']]
] as const)('a meeting %s', (_, given, expected) => {
	expect(meetingBlocks({ ...MEETING, ...given }).map(({ code }) => code)).toEqual(expected);
});

test('a meeting and its agenda change only until the minutes go round', () => {
	const open = MEETING_STATES.flatMap((state) =>
		MINUTES_STATES.filter((minutesState) => meetingOpenBlocks({ state, minutesState }).length === 0).map(
			(minutesState) => `${state} ${minutesState}`
		)
	);
	expect(open).toEqual(['planned draft', 'invited draft', 'running draft', 'held draft']);
});

test.each([
	['Kick-off meeting', '2024-02-27', [], 'kick-off-meeting-2024-02'],
	['Reunión de Almaty 2025', '2025-12-04', [], 'reunion-de-almaty-2025'],
	['Жұмыс тобы', null, [], 'meeting'],
	['New', null, [], 'new-2'],
	['QA', '2026-07-01', ['qa-2026-07', 'qa-2026-07-2'], 'qa-2026-07-3']
])('%s on %s is called %s', (title, day, taken, expected) => {
	expect(meetingSlug(title, day, taken)).toBe(expected);
});

test('every title has a name for its address, and no two meetings share one', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (title) => {
			const first = meetingSlug(title, '2026-07-01', []);
			expect(first).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
			expect(meetingSlug(title, '2026-07-01', [first])).not.toBe(first);
		})
	);
});

test.each([
	['the days stay', ['2026-07-01', '2026-07-02'], ['2026-07-01', '2026-07-02'], {}],
	[
		'all days move by one: what stood on the day that stays, stays',
		['2026-07-01', '2026-07-02'],
		['2026-07-02', '2026-07-03'],
		{ '2026-07-01': '2026-07-02' }
	],
	[
		'both move',
		['2026-07-01', '2026-07-02'],
		['2026-07-08', '2026-07-09'],
		{ '2026-07-01': '2026-07-08', '2026-07-02': '2026-07-09' }
	],
	['a day goes', ['2026-07-01', '2026-07-02'], ['2026-07-01'], { '2026-07-02': '2026-07-01' }],
	['every day goes', ['2026-07-01'], [], {}]
])('points of the agenda move with their day when %s', (_, before, after, expected) => {
	expect(Object.fromEntries(movedDays(before, after))).toEqual(expected);
});
