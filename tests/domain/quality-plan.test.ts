import { expect, test } from 'vitest';
import { planBlocks } from '#lib/domain/quality-plan-blocks.ts';
import { qualityPlanChanges } from '#lib/domain/quality-plan-changes.ts';
import { PROPOSED_QUALITY_PLAN as PLAN, type QualityPlan } from '#lib/domain/quality-plan.ts';

const contradictions: [string, Partial<QualityPlan>, string][] = [
	['more reviewers from abroad than signatures', { reviewersAbroad: 3 }, 'more-abroad-than-quorum'],
	['fewer verifiers where a payment hangs on it', { milestoneVerifiers: 3 }, 'critical-needs-fewer'],
	['a review before the draft', { draftLeadDays: 10 }, 'lead-times-out-of-order'],
	['no accepted format', { acceptedFormats: [] }, 'no-format-accepted'],
	['a code twice', { slipReasons: [...PLAN.slipReasons, { code: 'staff', label: 'Again' }] }, 'code-twice']
];
test.each(contradictions)('%s is refused', (_, given, code) => {
	expect(planBlocks({ ...PLAN, ...given }, PLAN).map((reason) => reason.code)).toEqual([code]);
});

test('the same plan again is no new version', () => {
	expect(planBlocks(structuredClone(PLAN), PLAN)).toEqual([{ code: 'plan-unchanged' }]);
});

test('another order of a code list is a change', () => {
	expect(planBlocks({ ...PLAN, slipReasons: PLAN.slipReasons.toReversed() }, PLAN)).toEqual([]);
});

test('changes are told by rule, and of lists only what left and what joined', () => {
	const after: QualityPlan = {
		...PLAN,
		reviewQuorum: 3,
		acceptedFormats: [...PLAN.acceptedFormats.filter((one) => one !== 'rtf'), 'xlsx'],
		disseminationLevels: PLAN.disseminationLevels.map((one) =>
			one.code === 'SEN' ? { ...one, label: 'Limited' } : one
		),
		holidays: { KZ: ['2026-12-16'] }
	};
	expect(qualityPlanChanges(PLAN, after)).toEqual([
		{ rule: 'reviewQuorum', part: null, before: '2', after: '3' },
		{ rule: 'acceptedFormats', part: null, before: 'rtf', after: 'xlsx' },
		{ rule: 'disseminationLevels', part: 'SEN', before: 'Sensitive', after: 'Limited' },
		{ rule: 'holidays', part: 'KZ', before: null, after: '2026-12-16' }
	]);
});
