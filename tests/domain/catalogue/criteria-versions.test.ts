import fc from 'fast-check';
import { expect, test } from 'vitest';
import { profileApplies, versionsOn } from '#lib/domain/catalogue/criteria-versions.ts';
import { addDays } from '#lib/domain/days.ts';

const version = (number: number, graceUntilOn: string) => ({ number, graceUntilOn });

const CASES = [
	{
		name: 'the first version counts at once',
		dates: ['2026-07-01'],
		inForce: 1,
		coming: undefined,
		later: []
	},
	{
		name: 'a version in its grace comes',
		dates: ['2026-01-01', '2026-06-15'],
		inForce: 1,
		coming: 2,
		later: []
	},
	{
		name: 'the day after its grace it counts',
		dates: ['2026-01-01', '2026-06-14'],
		inForce: 2,
		coming: undefined,
		later: []
	},
	{
		name: 'two may come one after the other',
		dates: ['2026-01-01', '2026-07-01', '2026-08-01'],
		inForce: 1,
		coming: 2,
		later: [3]
	},
	{
		name: 'one that a newer one overtakes never comes',
		dates: ['2026-01-01', '2026-08-01', '2026-08-01'],
		inForce: 1,
		coming: 3,
		later: []
	}
];

test.each(CASES)('$name', ({ dates, inForce, coming, later }) => {
	const versions = dates.map((date, index) => version(index + 1, date));
	const on = versionsOn(versions, '2026-06-15');
	expect(on.inForce?.number).toBe(inForce);
	expect(on.coming?.number).toBe(coming);
	expect(on.later.map(({ number }) => number)).toEqual(later);
});

test('every version that will ever count is in force, coming or later', () => {
	const days = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 6 });
	fc.assert(
		fc.property(days, (offsets) => {
			const versions = offsets.map((offset, index) => version(index + 1, addDays('2026-06-15', offset)));
			const { inForce, coming, later } = versionsOn(versions, '2026-06-15');
			const counted = [inForce, coming, ...later].filter((one) => one !== undefined);
			for (let day = 0; day <= 52; day += 1)
				expect(counted).toContainEqual(versionsOn(versions, addDays('2026-06-15', day)).inForce);
			const numbers = counted.map(({ number }) => number);
			expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
		})
	);
});

test('a national profile is asked of the entries of its country only', () => {
	expect(profileApplies({ country: null }, undefined)).toBe(true);
	expect(profileApplies({ country: 'KZ' }, 'KZ')).toBe(true);
	expect(profileApplies({ country: 'KZ' }, 'UZ')).toBe(false);
	expect(profileApplies({ country: 'KZ' }, undefined)).toBe(false);
});
