import { expect, test } from 'vitest';
import { filterItems, readItemFilter } from '#lib/domain/item-filter.ts';
import { itemTallies } from '#lib/domain/item-tallies.ts';
import { aListedItem } from '#tests/support/a-listed-item.ts';

const TODAY = '2026-06-15';
const ITEMS = [
	aListedItem('D1', { due: '2026-06-01' }),
	aListedItem('D2', { due: '2026-07-15' }),
	aListedItem('D3', { due: '2026-07-16' }),
	aListedItem('D4', { due: '2026-09-13' }),
	aListedItem('D5', { due: '2026-09-14' }),
	aListedItem('D6', { due: null }),
	aListedItem('D7', { due: '2026-07-01', state: 'submitted', submittedOn: '2026-06-01' }),
	aListedItem('D8', { due: '2026-07-01', state: 'withdrawn' })
];

test.each([
	['30', ['D1', 'D2']],
	['60', ['D1', 'D2', 'D3']],
	['90', ['D1', 'D2', 'D3', 'D4']],
	['7', ITEMS.map(({ code }) => code)]
])('a list of what is due within %s days has what is open, overdue ones too', (due, codes) => {
	const filter = readItemFilter(new URLSearchParams({ due }), []);
	expect(filterItems(ITEMS, filter, null, TODAY).map(({ code }) => code)).toEqual(codes);
});

test('the tiles of a list count what is in the plan, as the first page does', () => {
	expect(itemTallies(ITEMS, []).inPlan).toBe(ITEMS.length - 1);
});
