import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ELEMENT_CODES } from '#lib/domain/catalogue/elements.ts';
import {
	cellsOf,
	completeness,
	debtorsOf,
	gapTotals,
	mergeGaps,
	type CountedGaps,
	type OpenCell
} from '#lib/domain/catalogue/matrix.ts';

const element = fc.constantFrom(...ELEMENT_CODES);
const standing = fc.constantFrom('missing' as const, 'weak' as const);
const duty = { dueOn: null, note: '', personName: null, acronym: null };

const openCell: fc.Arbitrary<OpenCell> = fc.record({
	element,
	standing,
	reasons: fc.array(
		fc.constantFrom({ code: 'not-https', url: 'a' } as const, { code: 'not-https', url: 'b' } as const)
	),
	openedAt: fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-02-01T00:00:00.000Z'),
	duty: fc.constant(duty)
});

const counted: fc.Arbitrary<CountedGaps> = fc.record({
	group: fc.constantFrom('KZ', 'UZ', ''),
	element,
	standing,
	debtor: fc.constantFrom('koksu', 'bsu'),
	acronym: fc.constant('X'),
	count: fc.integer({ min: 1, max: 50 }),
	late: fc.constant(0),
	nextOn: fc.constantFrom(null, '2026-06-30', '2026-12-31')
});

test('each cell of a row stands in exactly one way, and complete and open ones are those that apply', () => {
	fc.assert(
		fc.property(
			fc.array(openCell),
			fc.uniqueArray(element),
			fc.uniqueArray(element),
			fc.uniqueArray(element),
			(gaps, columns, asked, leftOut) => {
				const open = mergeGaps(gaps);
				const cells = cellsOf(columns, { open, leftOut, asked: new Set(asked) });
				expect(cells.map((cell) => cell.element)).toEqual(columns);
				const { complete, of } = completeness(cells);
				const isOpen = cells.filter((cell) => cell.open !== null);
				const outside = cells.filter((cell) => ['outside', 'not-applicable'].includes(cell.standing));
				expect(complete + isOpen.length).toBe(of);
				expect(of + outside.length).toBe(columns.length);
			}
		)
	);
});

test('several profiles make one cell of an element: the worse standing, every reason once, the earliest day', () => {
	fc.assert(
		fc.property(fc.array(openCell), (gaps) => {
			const merged = mergeGaps(gaps);
			expect(new Set(merged.map((cell) => cell.element)).size).toBe(merged.length);
			for (const cell of merged) {
				const own = gaps.filter((gap) => gap.element === cell.element);
				const isMissing = own.some((gap) => gap.standing === 'missing');
				expect(cell.standing).toBe(isMissing ? 'missing' : 'weak');
				expect(cell.openedAt).toBe(own.map((gap) => gap.openedAt).sort()[0]);
				for (const reason of own.flatMap((gap) => gap.reasons)) expect(cell.reasons).toContainEqual(reason);
			}
		})
	);
});

test('totals by element, by group and by both add up to the same, and so do debts', () => {
	fc.assert(
		fc.property(fc.array(counted), (counts) => {
			const totals = gapTotals(counts);
			const all = counts.reduce((sum, one) => sum + one.count, 0);
			const open = ({ missing, weak }: { missing: number; weak: number }) => missing + weak;
			const groups = ['KZ', 'UZ', ''];
			const sum = (numbers: number[]) => numbers.reduce((one, other) => one + other, 0);
			expect(open(totals.all)).toBe(all);
			expect(sum(groups.map((group) => open(totals.ofGroup(group))))).toBe(all);
			expect(sum(ELEMENT_CODES.map((code) => open(totals.ofElement(code))))).toBe(all);
			for (const group of groups) {
				const both = ELEMENT_CODES.map((code) => open(totals.ofBoth(group, code)));
				expect(sum(both)).toBe(open(totals.ofGroup(group)));
			}
			expect(sum(debtorsOf(counts).map((one) => one.count))).toBe(all);
		})
	);
});

test('whoever is late with more comes first, then whoever owes more', () => {
	const one = { group: '', element: 'title', standing: 'weak', acronym: '', nextOn: null } as const;
	const debtors = debtorsOf([
		{ ...one, debtor: 'much', count: 9, late: 0 },
		{ ...one, debtor: 'late', count: 2, late: 2, nextOn: '2026-07-01' },
		{ ...one, debtor: 'little', count: 1, late: 0 },
		{ ...one, debtor: 'late', count: 1, late: 0, nextOn: '2026-06-20' }
	]);
	expect(debtors.map(({ code, count, nextOn }) => [code, count, nextOn])).toEqual([
		['late', 3, '2026-06-20'],
		['much', 9, null],
		['little', 1, null]
	]);
});
