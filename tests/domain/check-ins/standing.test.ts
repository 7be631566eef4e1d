import { describe, expect, it } from 'vitest';
import type { CheckInState } from '#lib/domain/check-ins/check-ins.ts';
import { daysLate, reportValue, standing, type Standing } from '#lib/domain/check-ins/standing.ts';

const PERIOD = { dueOn: '2026-06-05', lockedAt: null };
const LOCKED = { ...PERIOD, lockedAt: '2026-06-10T10:00:00.000Z' };
const aCheckIn = (state: CheckInState, answer: 'report' | 'nil' = 'report') => ({
	state,
	answer,
	firstSubmittedOn: '2026-06-04'
});

describe('how an organisation stands in a period', () => {
	it.each<[string, Parameters<typeof standing>, Standing]>([
		['nothing yet, in time', [PERIOD, undefined, '2026-06-05'], 'awaited'],
		['nothing, and the due day over', [PERIOD, undefined, '2026-06-06'], 'silent'],
		['a draft in time', [PERIOD, aCheckIn('draft'), '2026-06-05'], 'draft'],
		['a draft never handed in', [PERIOD, aCheckIn('draft'), '2026-06-06'], 'silent'],
		['nothing, and locked without it', [LOCKED, undefined, '2026-06-05'], 'silent'],
		['handed in', [PERIOD, aCheckIn('submitted'), '2026-06-30'], 'reported'],
		['nothing to report', [PERIOD, aCheckIn('nil', 'nil'), '2026-06-30'], 'nil'],
		['sent back', [PERIOD, aCheckIn('returned'), '2026-06-30'], 'returned'],
		['accepted by its country', [PERIOD, aCheckIn('accepted-country'), '2026-06-30'], 'accepted-country'],
		['accepted', [PERIOD, aCheckIn('accepted-project'), '2026-06-30'], 'accepted-project'],
		['accepted and locked', [LOCKED, aCheckIn('accepted-project'), '2026-06-30'], 'locked']
	])('%s', (_, asked, expected) => {
		expect(standing(...asked)).toBe(expected);
	});

	it('counts days late from the first time it came', () => {
		expect(daysLate(PERIOD, { ...aCheckIn('returned'), firstSubmittedOn: '2026-06-08' })).toBe(3);
		expect(daysLate(PERIOD, aCheckIn('submitted'))).toBe(0);
		expect(daysLate(PERIOD, undefined)).toBeNull();
	});

	it('adds nothing to a number while it is silent, in draft or sent back', () => {
		expect(reportValue(undefined)).toEqual({ kind: 'missing' });
		expect(reportValue(aCheckIn('draft'))).toEqual({ kind: 'missing' });
		expect(reportValue(aCheckIn('returned'))).toEqual({ kind: 'missing' });
		expect(reportValue(aCheckIn('accepted-country', 'nil'))).toEqual({ kind: 'nil' });
		expect(reportValue(aCheckIn('submitted'))).toEqual({ kind: 'value', value: 1 });
	});
});
