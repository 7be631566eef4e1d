import { expect, test } from 'vitest';
import { PLAN_NUMBERS } from '#lib/schemas/quality-plan-form.ts';
import { PLAN_NUMBER_GROUPS } from '#lib/text/quality-plan.ts';

test('every number of the quality plan stands in one group of its form', () => {
	expect(PLAN_NUMBER_GROUPS.flatMap(({ rules }) => [...rules]).sort()).toEqual([...PLAN_NUMBERS].sort());
});
