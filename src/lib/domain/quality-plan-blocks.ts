import type { ChecklistQuestion } from './checklists.ts';
import { isSamePlan } from './quality-plan-changes.ts';
import type { CodeLabel, QualityPlan } from './quality-plan.ts';

export type QualityPlanReason =
	| { code: 'plan-unchanged' }
	| { code: 'more-abroad-than-quorum'; abroad: number; quorum: number }
	| { code: 'critical-needs-fewer'; critical: number; normal: number }
	| { code: 'lead-times-out-of-order'; draft: number; review: number; final: number }
	| { code: 'risk-levels-out-of-order'; medium: number; high: number }
	| { code: 'no-format-accepted' }
	| { code: 'code-twice'; value: string }
	| { code: 'checklist-unchanged' }
	| { code: 'checklist-empty' }
	| { code: 'question-twice'; text: string };

/** What makes a set of rules contradict itself, or equal the one it should replace. */
export function planBlocks(plan: QualityPlan, before: QualityPlan | null): QualityPlanReason[] {
	const { draftLeadDays: draft, reviewLeadDays: review, finalLeadDays: final } = plan;
	const lists = [plan.deliverableTypes, plan.disseminationLevels, plan.slipReasons];
	const reasons: QualityPlanReason[] = [];
	if (before && isSamePlan(before, plan)) reasons.push({ code: 'plan-unchanged' });
	if (plan.reviewersAbroad > plan.reviewQuorum)
		reasons.push({
			code: 'more-abroad-than-quorum',
			abroad: plan.reviewersAbroad,
			quorum: plan.reviewQuorum
		});
	if (plan.criticalMilestoneVerifiers < plan.milestoneVerifiers)
		reasons.push({
			code: 'critical-needs-fewer',
			critical: plan.criticalMilestoneVerifiers,
			normal: plan.milestoneVerifiers
		});
	if (draft < review || review < final)
		reasons.push({ code: 'lead-times-out-of-order', draft, review, final });
	if (plan.riskHighFrom < plan.riskMediumFrom)
		reasons.push({
			code: 'risk-levels-out-of-order',
			medium: plan.riskMediumFrom,
			high: plan.riskHighFrom
		});
	if (plan.acceptedFormats.length === 0) reasons.push({ code: 'no-format-accepted' });
	return [...reasons, ...lists.flatMap(twice)];
}

/** A checklist has questions, each of them once. */
export function checklistBlocks(
	items: readonly ChecklistQuestion[],
	isUnchanged: boolean
): QualityPlanReason[] {
	const texts = items.map(({ text }) => text);
	return [
		...(isUnchanged ? [{ code: 'checklist-unchanged' } as const] : []),
		...(items.length === 0 ? [{ code: 'checklist-empty' } as const] : []),
		...repeated(texts).map((text) => ({ code: 'question-twice', text }) as const)
	];
}

function twice(list: readonly CodeLabel[]): QualityPlanReason[] {
	return repeated(list.map(({ code }) => code)).map((value) => ({ code: 'code-twice', value }));
}

function repeated(values: readonly string[]): string[] {
	return [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
}
