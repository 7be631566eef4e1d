import { expect, test } from 'vitest';
import { fitsPlanFilter, readItemFilter } from '#lib/domain/item-filter.ts';
import { compareList, type NamedEntry } from '#lib/domain/list-comparison.ts';

const entry = (code: string, change: Partial<NamedEntry> = {}): NamedEntry => ({
	kind: 'deliverable',
	recordId: code,
	code,
	title: `Report ${code}`,
	leadOrganisationId: 'koksu',
	leadAcronym: 'KOKSU',
	workPackageNumber: 4,
	startMonth: null,
	endMonth: null,
	dueMonth: 31,
	dueOn: '2026-06-30',
	standing: 'planned',
	...change
});

test('a list against a baseline says what is new, what moved, what left, and what is gone', () => {
	const before = [entry('D4.1'), entry('D4.2'), entry('D4.3'), entry('D4.4')];
	const now = [
		entry('D4.1'),
		entry('D4.2', {
			workPackageNumber: 5,
			leadOrganisationId: 'bsu',
			leadAcronym: 'BSU',
			dueOn: '2026-07-31'
		}),
		entry('D4.3', { standing: 'withdrawn' }),
		entry('D4.9')
	];
	const { changes, gone } = compareList(before, now, () => true);
	expect(changes.get('D4.1')).toBeUndefined();
	expect(changes.get('D4.2')?.fields).toEqual([
		{ field: 'leadOrganisationId', from: 'KOKSU', to: 'BSU', days: null },
		{ field: 'workPackageNumber', from: 4, to: 5, days: null },
		{ field: 'dueOn', from: '2026-06-30', to: '2026-07-31', days: 31 }
	]);
	expect(changes.get('D4.3')).toMatchObject({ change: 'left', standing: 'withdrawn' });
	expect(changes.get('D4.9')).toMatchObject({ change: 'added' });
	expect(gone.map(({ code }) => code)).toEqual(['D4.4']);
});

test.each([
	['moved by the consortium, the contract as it was', { agreedOn: '2026-07-31' }, ['agreedOn']],
	['kept', { agreedOn: '2026-06-30' }, []],
	['moved with the contract', { dueOn: '2026-07-31', agreedOn: '2026-07-31' }, ['dueOn']],
	['not set', { agreedOn: null }, []]
])('an agreed day %s, against a baseline', (_, change, fields) => {
	const { changes } = compareList([entry('D4.2')], [entry('D4.2', change)], () => true);
	const shown = changes.get('D4.2')?.fields ?? [];
	expect(shown.map(({ field }) => field)).toEqual(fields);
	for (const one of shown) expect(one).toMatchObject({ from: '2026-06-30', to: '2026-07-31', days: 31 });
});

test.each([
	['', ['D4.3', 'D4.4']],
	['q=d4.4', ['D4.4']],
	['q=report', ['D4.3', 'D4.4']],
	['wp=4', ['D4.4']],
	['lead=koksu', ['D4.3', 'D4.4']],
	['lead=bsu', []],
	['state=open', []],
	['late=1', []],
	['mine=1', []]
])('records that are gone follow the filters of the list: %s', (query, codes) => {
	const filter = readItemFilter(new URLSearchParams(query), []);
	const before = [entry('D4.3', { workPackageNumber: 3 }), entry('D4.4')];
	const { gone } = compareList(before, [], (one) => fitsPlanFilter(one, filter, filter.lead));
	expect(gone.map(({ code }) => code)).toEqual(codes);
});
