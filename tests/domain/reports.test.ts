import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	isInScope,
	isReportable,
	monthsKey,
	quartersUntil,
	readMonths,
	scopeKey,
	scopeOf,
	scopeSubject
} from '#lib/domain/reports/reports.ts';

const CONSORTIUM = {
	organisations: [
		{ id: 'a', code: 'koksu', acronym: 'KOKSU', name: 'Kokshetau University', country: 'KZ' },
		{ id: 'b', code: 'upv', acronym: 'UPV', name: 'Valencia', country: 'ES' }
	],
	workPackages: [{ id: 'w', number: 4, title: 'Catalogue' }]
};

test.each([
	['', 'project'],
	['KZ', 'country'],
	['WP4', 'work-package'],
	['koksu', 'organisation']
])('“%s” names a %s, and is called so again', (key, type) => {
	const scope = scopeOf(key, CONSORTIUM);
	expect(scope?.type).toBe(type);
	expect(scope && scopeKey(scope)).toBe(key);
});

test.each(['UZ', 'WP5', 'WP', 'nobody', 'KOKSU', '../koksu', 'WP4x'])('“%s” names nothing', (key) => {
	expect(scopeOf(key, CONSORTIUM)).toBeUndefined();
});

test('whose report it is decides who reads it', () => {
	const subjectOf = (key: string) => scopeSubject(scopeOf(key, CONSORTIUM) ?? { type: 'project' });
	expect(subjectOf('')).toEqual({});
	expect(subjectOf('KZ')).toEqual({ countries: ['KZ'] });
	expect(subjectOf('koksu')).toMatchObject({ organisationIds: ['a'], countries: ['KZ'] });
	expect(subjectOf('WP4')).toEqual({ workPackageIds: ['w'] });
});

test.each([
	['2026-04_2026-06', { from: '2026-04-01', to: '2026-06-30' }],
	['2026-02_2026-02', { from: '2026-02-01', to: '2026-02-28' }],
	['2024-02_2024-02', { from: '2024-02-01', to: '2024-02-29' }],
	['2025-11_2026-01', { from: '2025-11-01', to: '2026-01-31' }],
	['2026-06_2026-04', undefined],
	['2026-13_2026-14', undefined],
	['2026-04', undefined]
])('%s', (text, expected) => {
	expect(readMonths(text)).toEqual(expected);
});

test('quarters follow one another without a gap up to today, and each is found again by its address', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 2020, max: 2030 }),
			fc.integer({ min: 1, max: 12 }),
			fc.integer({ min: 0, max: 36 }),
			(year, month, later) => {
				const key = (index: number) =>
					`${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-15`;
				const start = key(year * 12 + month - 1);
				const today = key(year * 12 + month - 1 + later);
				const quarters = quartersUntil(start, today);
				expect(quarters.filter(({ isRunning }) => isRunning)).toHaveLength(1);
				const [running] = quarters;
				expect((running?.from ?? '') <= today && today <= (running?.to ?? '')).toBe(true);
				const last = quarters.at(-1);
				expect((last?.from ?? '') <= start && start <= (last?.to ?? '')).toBe(true);
				for (const { from, to } of quarters) expect(readMonths(monthsKey(from, to))).toEqual({ from, to });
			}
		)
	);
});

const ITEM = {
	contractualOn: null,
	agreedOn: null,
	forecastOn: null,
	submittedOn: null,
	acceptedOn: null,
	achievedOn: null,
	isOverdue: false
};
const SPRING = { from: '2026-04-01', to: '2026-06-30' };

test.each([
	['due in these months', { agreedOn: '2026-06-30' }, true],
	[
		'due by the grant agreement, agreed for later',
		{ contractualOn: '2026-05-31', agreedOn: '2026-09-30' },
		true
	],
	['due before, submitted in these months', { agreedOn: '2026-03-31', submittedOn: '2026-04-02' }, true],
	['accepted in these months', { agreedOn: '2025-12-31', acceptedOn: '2026-05-01' }, true],
	['owed from before', { agreedOn: '2025-12-31', isOverdue: true }, true],
	['late, but due after', { agreedOn: '2026-08-31', isOverdue: true }, false],
	[
		'owed to the contract from before',
		{ contractualOn: '2025-12-31', agreedOn: '2026-08-31', isOverdue: true },
		true
	],
	['done before', { agreedOn: '2026-01-31', achievedOn: '2026-01-31' }, false],
	['without a day', {}, false]
])('an item %s', (_name, dates, expected) => {
	expect(isReportable({ ...ITEM, ...dates }, SPRING)).toBe(expected);
});

test('an organisation’s report speaks of what it leads and works on; a country’s of what is led there', () => {
	const item = {
		leadOrganisationId: 'b',
		leadCountry: 'ES',
		subject: { organisationIds: ['b', 'a'], workPackageIds: ['w'] }
	};
	const is = (key: string) => isInScope(scopeOf(key, CONSORTIUM) ?? { type: 'project' }, item);
	expect(['', 'KZ', 'WP4', 'koksu', 'upv'].map(is)).toEqual([true, false, true, true, true]);
});
