import type { CodeLabel, QualityPlan } from './quality-plan.ts';

/** One rule that differs between two versions of the plan; of lists what left and what joined. */
export interface PlanChange {
	rule: keyof QualityPlan;
	/** Which part of the rule: a code, a country; null for the whole. */
	part: string | null;
	before: string | null;
	after: string | null;
}

/** What changed between two versions, rule by rule; null means that it was not there. */
export function qualityPlanChanges(before: QualityPlan, after: QualityPlan): PlanChange[] {
	return RULES.flatMap((rule) => {
		const [old, now] = [partsOf(before[rule]), partsOf(after[rule])];
		const parts = [...new Set([...old.keys(), ...now.keys()])];
		return parts
			.map((part) => ({ rule, part: part === '' ? null : part, ...changeOf(old.get(part), now.get(part)) }))
			.filter((change) => change.before !== change.after);
	});
}

/** Of a list only what left it and what joined it. */
function changeOf(old: string | readonly string[] | undefined, now: string | readonly string[] | undefined) {
	if (typeof old === 'string' || typeof now === 'string') return { before: textOf(old), after: textOf(now) };
	const [left, joined] = [
		old?.filter((one) => !now?.includes(one)),
		now?.filter((one) => !old?.includes(one))
	];
	return { before: textOf(left), after: textOf(joined) };
}

function textOf(value: string | readonly string[] | undefined): string | null {
	if (value === undefined || value.length === 0) return null;
	return typeof value === 'string' ? value : value.join(', ');
}

/** Do two versions say the same, in the same order? */
export function isSamePlan(one: QualityPlan, other: QualityPlan): boolean {
	const ordered = ['acceptedFormats', 'deliverableTypes', 'disseminationLevels', 'slipReasons'] as const;
	return (
		qualityPlanChanges(one, other).length === 0 &&
		ordered.every((rule) => JSON.stringify(one[rule]) === JSON.stringify(other[rule]))
	);
}

const RULES = [
	'reviewQuorum',
	'reviewersAbroad',
	'milestoneVerifiers',
	'criticalMilestoneVerifiers',
	'reviewWorkingDays',
	'draftLeadDays',
	'reviewLeadDays',
	'finalLeadDays',
	'acceptedFormats',
	'maxFileMegabytes',
	'deliverableTypes',
	'disseminationLevels',
	'slipReasons',
	'atRiskDays',
	'ballWarningDays',
	'minutesWorkingDays',
	'meetingQuorumPercent',
	'actionAnswerWorkingDays',
	'actionMovesToAgenda',
	'checkInMonths',
	'checkInDueWorkingDays',
	'checkInFromMonth',
	'reviewsPerWeek',
	'riskMediumFrom',
	'riskHighFrom',
	'holidays'
] as const satisfies readonly (keyof QualityPlan)[];

function partsOf(value: QualityPlan[keyof QualityPlan]): Map<string, string | readonly string[]> {
	if (typeof value === 'number') return new Map([['', String(value)]]);
	if (!isList(value)) return new Map(Object.entries(value));
	const labelled = value.filter((entry) => typeof entry !== 'string');
	if (labelled.length > 0) return new Map(labelled.map(({ code, label }) => [code, label]));
	return new Map([['', value.filter((entry) => typeof entry === 'string')]]);
}

function isList(value: object): value is readonly (string | CodeLabel)[] {
	return Array.isArray(value);
}
