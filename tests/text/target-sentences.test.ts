import { expect, test } from 'vitest';
import type { Outlook } from '#lib/domain/catalogue/outlook.ts';
import { projectionText } from '#lib/text/catalogue/target-sentences.ts';

const DUE = '2026-12-31';
const reaching = (expected: string | null, best: string | null, worst: string | null): Outlook => ({
	...{ have: 8, want: 20, gap: 12, over: 0, daysLeft: 199, neededPerWeek: 0.43, verdict: 'at-risk' as const },
	...{ pace: { mean: 0.4, low: 0.1, high: 0.7, weeks: 8 }, weekly: [], withoutEcts: 0 },
	expected: { haveByDue: 18.4, reachedOn: expected },
	best: { haveByDue: 24, reachedOn: best },
	worst: { haveByDue: 10, reachedOn: worst }
});

test.each([
	['2027-01-25', '2026-10-17', '2027-04-02', '20 around Jan 2027, between Oct 2026 and Apr 2027'],
	[
		'2027-01-25',
		'2026-10-17',
		'2029-10-21',
		'20 around Jan 2027, at best Oct 2026, at worst more than a year too late'
	],
	[
		'2027-01-25',
		'2026-10-17',
		null,
		'20 around Jan 2027, at best Oct 2026, at worst more than a year too late'
	],
	['2026-12-20', '2026-12-10', '2026-12-28', '20 around Dec 2026, give or take days']
])('a target projected for %s, %s at best and %s at worst names no day that nobody knows', (...dates) => {
	const [expected, best, worst, said] = dates;
	const text = projectionText(reaching(expected, best, worst), DUE, 'entries');
	expect(text).toBe(`At the pace of the last 8 weeks: 18 by 31 Dec 2026, 20 wanted; ${said}.`);
});
