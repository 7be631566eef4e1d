import { expect, test } from 'vitest';
import { heldDays } from '#lib/domain/holder.ts';

const TODAY = '2026-06-15';
const PROJECT_START = { since: '2023-12-01' };

test.each([
	['due in 200 days is not expected yet', '2027-01-01', null],
	['due in 120 days is expected since today', '2026-10-13', 0],
	['due in 110 days has been expected for ten', '2026-10-03', 10],
	['due yesterday has been expected for 121', '2026-06-14', 121],
	['without a day is expected on no day', null, null]
])('a planned item %s', (_, due, days) => {
	expect(heldDays(PROJECT_START, { state: 'planned', due }, TODAY)).toBe(days);
});

test('a planned item that came to this hand later counts from then', () => {
	expect(heldDays({ since: '2026-06-10' }, { state: 'planned', due: '2026-07-01' }, TODAY)).toBe(5);
});

test('what has begun lies in a hand since it came there, whenever it is due', () => {
	expect(heldDays({ since: '2026-06-01' }, { state: 'in-preparation', due: '2027-01-01' }, TODAY)).toBe(14);
});
