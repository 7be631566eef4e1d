import { expect, test } from 'vitest';
import * as v from 'valibot';
import { Acceptance } from '#lib/schemas/deliverable-reviews.ts';
import { ClaimMilestone } from '#lib/schemas/milestones.ts';

test.each(['2026-02-31', '2026-06-31', '2025-02-29'])(
	'%s is no day on which anything was achieved',
	(day) => {
		expect(v.safeParse(ClaimMilestone, { achievedOn: day }).success).toBe(false);
		expect(v.safeParse(Acceptance, { itemId: 'item', acceptedOn: day, note: '' }).success).toBe(false);
	}
);

test('a leap day is a day', () => {
	expect(v.safeParse(ClaimMilestone, { achievedOn: '2028-02-29' }).success).toBe(true);
});
