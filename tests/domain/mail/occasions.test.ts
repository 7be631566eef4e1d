import { expect, test } from 'vitest';
import type { Holder } from '#lib/domain/holder.ts';
import {
	checkInOccasions,
	itemOccasions,
	mondayOf,
	reviewOccasions,
	type OpenItem
} from '#lib/domain/mail/occasions.ts';
import type { Addressee } from '#lib/domain/mail/addressees.ts';

const TODAY = '2026-06-15';
const PEOPLE: Addressee[] = [
	{ personId: 'ada', organisationId: 'koksu', country: 'KZ', roles: ['partner'] },
	{ personId: 'qa', organisationId: 'koksu', country: 'KZ', roles: ['qa-lead'] },
	{ personId: 'cem', organisationId: 'ucy', country: 'CY', roles: ['coordinator'] },
	{ personId: 'min', organisationId: 'ministry', country: 'UZ', roles: [] }
];

const held = (given: Partial<Holder>): Holder => ({
	kind: 'organisation',
	personIds: [],
	organisationId: 'koksu',
	role: null,
	since: '2026-06-01T00:00:00.000Z',
	awaits: 'prepare',
	...given
});

const item = (given: Partial<OpenItem> = {}): OpenItem => ({
	id: 'd42',
	kind: 'deliverable',
	code: 'D4.2',
	title: 'Report',
	path: 'deliverables/D4.2',
	dueOn: null,
	holder: held({}),
	...given
});

test.each([
	['2026-06-23', []],
	['2026-06-22', ['due-soon']],
	['2026-06-15', ['due-soon']],
	['2026-06-14', ['due-broken']],
	['2026-06-12', ['due-broken']],
	['2026-06-11', []]
])('an item that is due on %s tells on 15 June: %j', (dueOn, kinds) => {
	const found = itemOccasions([item({ dueOn })], PEOPLE, TODAY);
	expect(found.map((one) => one.kind)).toEqual(kinds);
	for (const one of found) expect(one.key).toBe(`${one.kind}:d42:${dueOn}`);
});

test('of an organisation those are told who work on the project there; where nobody has a role, all', () => {
	const dueOn = '2026-06-14';
	const of = (organisationId: string) => item({ dueOn, holder: held({ organisationId }) });
	const found = itemOccasions([of('koksu'), of('ministry')], PEOPLE, TODAY);
	expect(found.map((one) => one.to)).toEqual([['ada'], ['min']]);
});

test('of a role all who hold it today are told, and of the funder nobody', () => {
	const dueOn = '2026-06-14';
	const role = held({ kind: 'role', organisationId: null, role: 'coordinator' });
	const funder = held({ kind: 'funder', organisationId: null });
	const found = itemOccasions(
		[item({ dueOn, holder: role }), item({ dueOn, holder: funder })],
		PEOPLE,
		TODAY
	);
	expect(found.map((one) => one.to)).toEqual([['cem'], []]);
});

test('an action that nobody answered is told once, to its owner and to who chaired its meeting', () => {
	const holder = held({ kind: 'people', organisationId: null, personIds: ['ada'] });
	const open = item({ kind: 'action', holder, silentSince: '2026-06-12', chairId: 'cem' });
	expect(itemOccasions([open], PEOPLE, TODAY)).toMatchObject([
		{ kind: 'action-unanswered', key: 'action-unanswered:d42:2026-06-12', to: ['ada', 'cem'] }
	]);
	expect(itemOccasions([open], PEOPLE, '2026-07-15')).toEqual([]);
});

test('a reviewer who has not signed is told before the day and when it is over', () => {
	const review = { ...item(), personId: 'qa', roundId: 'r1' };
	const kindsOn = (dueOn: string) => reviewOccasions([{ ...review, dueOn }], TODAY).map((one) => one.kind);
	expect(kindsOn('2026-06-18')).toEqual([]);
	expect(kindsOn('2026-06-17')).toEqual(['due-soon']);
	expect(kindsOn('2026-06-14')).toEqual(['review-late']);
});

test('an organisation hears when a check-in opens and when it missed its day', () => {
	const checkIn = {
		organisationId: 'koksu',
		startsOn: '2026-06-01',
		endsOn: '2026-06-30',
		opensOn: '2026-06-14',
		dueOn: '2026-07-07'
	};
	const kindsOn = (today: string) => checkInOccasions([checkIn], PEOPLE, today).map((one) => one.kind);
	expect(kindsOn('2026-06-13')).toEqual([]);
	expect(kindsOn('2026-06-14')).toEqual(['check-in-opened']);
	expect(kindsOn('2026-06-25')).toEqual([]);
	expect(kindsOn('2026-07-08')).toEqual(['check-in-late']);
});

test.each([
	['2026-06-15', '2026-06-15'],
	['2026-06-21', '2026-06-15'],
	['2026-06-22', '2026-06-22']
])('the week of %s begins on Monday, %s', (day, monday) => expect(mondayOf(day)).toBe(monday));
