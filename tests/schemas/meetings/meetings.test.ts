import * as v from 'valibot';
import { expect, test } from 'vitest';
import { AddPoint, DecideProposal } from '#lib/schemas/meetings/agenda.ts';
import { minutesOf } from '#lib/schemas/meetings/clock.ts';
import { PlanMeeting, TakeMeetingStep } from '#lib/schemas/meetings/meetings.ts';

const FORM = { title: 'Steering committee', kind: 'steering-committee', mode: 'online', level: 'PU' };

function daysOf(day: string[], from: string[], until: string[]) {
	const parsed = v.safeParse(PlanMeeting, { ...FORM, day, from, until });
	return parsed.success ? parsed.output.days : parsed.issues.map((issue) => v.getDotPath(issue));
}

test.each<[string, [string[], string[], string[]], unknown]>([
	[
		'rows left empty are no days',
		[
			['', ''],
			['', ''],
			['', '']
		],
		[]
	],
	[
		'days come in their order, with minutes after midnight',
		[
			['2026-07-02', '2026-07-01'],
			['09:00', '09:30'],
			['13:00', '17:00']
		],
		[
			{ day: '2026-07-01', startsAt: 570, endsAt: 1020 },
			{ day: '2026-07-02', startsAt: 540, endsAt: 780 }
		]
	],
	[
		'the hours of a day may be unknown, both of them',
		[['2026-07-01'], [''], ['']],
		[{ day: '2026-07-01', startsAt: null, endsAt: null }]
	],
	['one hour alone is not enough', [['2026-07-01'], ['09:00'], ['']], ['day']],
	['a day does not end before it begins', [['2026-07-01'], ['17:00'], ['09:00']], ['day']],
	['a day is a day of the calendar', [['2026-02-30'], ['09:00'], ['17:00']], ['day']],
	[
		'a day is entered once',
		[
			['2026-07-01', '2026-07-01'],
			['09:00', '14:00'],
			['12:00', '17:00']
		],
		['day']
	]
])('%s', (_, [day, from, until], expected) => {
	expect(daysOf(day, from, until)).toEqual(expected);
});

test.each([
	['09:05', 545],
	['9:05', 545],
	['24:00', 1440],
	['24:01', null],
	['12:60', null],
	['noon', null],
	['', null]
])('%s is minute %s of the day', (text, minutes) => {
	expect(minutesOf(text)).toBe(minutes);
});

test('nobody cancels a meeting or declines a proposal without saying why', () => {
	const pointId = '01a2014d-8afd-71eb-aaa1-9a3421d728c6';
	expect(v.safeParse(TakeMeetingStep, { event: 'cancel', reason: ' ' }).success).toBe(false);
	expect(v.safeParse(TakeMeetingStep, { event: 'start' }).success).toBe(true);
	expect(v.safeParse(DecideProposal, { pointId, verdict: 'decline', note: '' }).success).toBe(false);
	expect(v.safeParse(DecideProposal, { pointId, verdict: 'accept' }).success).toBe(true);
});

test.each([
	['a title alone', {}, true],
	['a time of day', { startsAt: '09:30' }, true],
	['a time that is none', { startsAt: '25:00' }, false],
	['midnight of the next day', { startsAt: '24:00' }, false],
	['a duration', { minutes: '45' }, true],
	['no minutes at all', { minutes: '0' }, false],
	['more than a day', { minutes: '1441' }, false],
	['a presenter that is no id', { presenterId: 'x' }, false]
])('a point with %s', (_, given, fits) => {
	expect(v.safeParse(AddPoint, { title: 'A point', ...given }).success).toBe(fits);
});
