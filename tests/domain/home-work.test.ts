import { expect, test } from 'vitest';
import { workByHolder } from '#lib/domain/home-work.ts';
import type { ListedItem } from '#lib/domain/listed-item.ts';
import { aListedItem } from '#tests/support/a-listed-item.ts';

const held = (code: string, organisationId: string, given: Partial<ListedItem> = {}) =>
	aListedItem(code, {
		subject: { workPackageIds: ['wp4'] },
		holder: {
			...{ kind: 'organisation', personIds: [], organisationId, role: null },
			...{ since: '2026-06-01T00:00:00.000Z', awaits: 'prepare' }
		},
		...given
	});

test('a leader sees what is open in the package by who holds it: one’s own hand first, then the fullest', () => {
	const hands = workByHolder(
		[
			held('D4.1', 'bsu'),
			held('D4.2', 'kaznu', { mine: true }),
			held('D4.3', 'koksu'),
			held('D4.4', 'koksu'),
			held('D2.1', 'koksu', { subject: { workPackageIds: ['wp2'] } }),
			aListedItem('D4.5', { subject: { workPackageIds: ['wp2', 'wp4'] }, holder: null })
		],
		'wp4'
	);
	expect(hands.map(({ items }) => items.map(({ code }) => code))).toEqual([
		['D4.2'],
		['D4.3', 'D4.4'],
		['D4.5'],
		['D4.1']
	]);
});

test('what is done or has left the plan is not open, and what has no day comes first', () => {
	const dates = aListedItem('D0').dates;
	const hands = workByHolder(
		[
			held('D4.1', 'bsu', { dates: { ...dates, due: '2026-07-01' } }),
			held('D4.2', 'bsu', { dates: { ...dates, due: null } }),
			held('D4.3', 'bsu', { dates: { ...dates, doneOn: '2026-06-01' } }),
			held('D4.4', 'bsu', { dates: { ...dates, state: 'ended' } })
		],
		'wp4'
	);
	expect(hands.map(({ items }) => items.map(({ code }) => code))).toEqual([['D4.2', 'D4.1']]);
});
