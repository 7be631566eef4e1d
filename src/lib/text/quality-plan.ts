import type { PlanChange } from '#lib/domain/quality-plan-changes.ts';
import type { QualityPlan } from '#lib/domain/quality-plan.ts';

/** What a rule is called, and what it does. */
export const PLAN_RULE_TEXT = {
	reviewQuorum: { label: 'Signatures a review needs', about: 'Positive signatures on the same version.' },
	reviewersAbroad: {
		label: 'Of these from another country',
		about: 'Reviewers from outside the country of the lead.'
	},
	milestoneVerifiers: { label: 'Verifiers of a milestone', about: 'Independent people who sign.' },
	criticalMilestoneVerifiers: {
		label: 'Verifiers of a critical milestone',
		about: 'Of one that decides a payment, or a go or no-go.'
	},
	reviewWorkingDays: { label: 'Working days for a review', about: 'From the request to the signature.' },
	draftLeadDays: { label: 'Draft, days before the due day', about: 'When the draft should be there.' },
	reviewLeadDays: { label: 'Review, days before the due day', about: 'When the review should be over.' },
	finalLeadDays: { label: 'Final text, days before the due day', about: 'When it is ready to be submitted.' },
	acceptedFormats: {
		label: 'Accepted formats',
		about: 'Endings of files that the portal takes, without the dot, separated by spaces.'
	},
	maxFileMegabytes: { label: 'Largest file in megabytes', about: 'Applies to every upload.' },
	deliverableTypes: { label: 'Types of deliverables', about: 'One a line: code | label.' },
	disseminationLevels: { label: 'Dissemination levels', about: 'One a line: code | label.' },
	slipReasons: {
		label: 'Reasons for a slip',
		about: 'Offered when a forecast moves. One a line: code | label.'
	},
	atRiskDays: { label: 'Due soon, days before', about: 'From then on an open item is shown as due soon.' },
	ballWarningDays: { label: 'Held too long, days', about: 'From then on the holder is shown in warning.' },
	minutesWorkingDays: {
		label: 'Working days to object to minutes',
		about: 'Circulated minutes are approved when nobody objected until then.'
	},
	meetingQuorumPercent: {
		label: 'Quorum of a meeting in per cent',
		about: 'Of the members, each counted once however many people it sent.'
	},
	actionAnswerWorkingDays: {
		label: 'Working days to answer an action',
		about: 'An action that its owner did not answer then counts as accepted.'
	},
	actionMovesToAgenda: {
		label: 'Moves that bring an action to the next meeting',
		about: 'Counted over all moves of its due day.'
	},
	checkInMonths: {
		label: 'Months of a check-in',
		about: 'Every organisation reports once for so many months. Periods so far stay as they were.'
	},
	checkInDueWorkingDays: {
		label: 'Working days to check in',
		about: 'After the end of the period; later it counts as silent, and then as late.'
	},
	checkInFromMonth: {
		label: 'First project month of check-ins',
		about: '0: the month in which the project was set up here.'
	},
	reviewsPerWeek: {
		label: 'Reviews of one person in one week',
		about: 'More that end in the same week are shown as too many.'
	},
	riskMediumFrom: {
		label: 'Medium risk from',
		about: 'Likelihood times severity, each from 1 to 5.'
	},
	riskHighFrom: { label: 'High risk from', about: 'Likelihood times severity, each from 1 to 5.' },
	holidays: { label: 'Holidays', about: 'One day a line, such as 2026-12-16.' }
} as const satisfies Record<keyof QualityPlan, { label: string; about: string }>;

/** The numbers of the rules as their form groups them; every one stands in one group. */
export const PLAN_NUMBER_GROUPS = [
	{
		title: 'Reviews of deliverables',
		rules: ['reviewQuorum', 'reviewersAbroad', 'reviewWorkingDays', 'reviewsPerWeek']
	},
	{ title: 'Milestones', rules: ['milestoneVerifiers', 'criticalMilestoneVerifiers'] },
	{
		title: 'Lead times',
		rules: ['draftLeadDays', 'reviewLeadDays', 'finalLeadDays', 'atRiskDays', 'ballWarningDays']
	},
	{
		title: 'Meetings and actions',
		rules: ['meetingQuorumPercent', 'minutesWorkingDays', 'actionAnswerWorkingDays', 'actionMovesToAgenda']
	},
	{ title: 'Check-ins', rules: ['checkInMonths', 'checkInDueWorkingDays', 'checkInFromMonth'] },
	{ title: 'Risks', rules: ['riskMediumFrom', 'riskHighFrom'] },
	{ title: 'Files', rules: ['maxFileMegabytes'] }
] as const satisfies readonly { title: string; rules: readonly (keyof QualityPlan)[] }[];

/** The rules in sentences, by what they are about. */
export function planSentences(plan: QualityPlan) {
	const signatures = plan.reviewQuorum === 1 ? 'one signature' : `${plan.reviewQuorum} signatures`;
	const abroad =
		plan.reviewersAbroad === 0
			? 'from any country'
			: `at least ${plan.reviewersAbroad} of them from outside the country of the lead`;
	const verifiers = (count: number) =>
		count === 1 ? 'one independent verifier' : `${count} independent verifiers`;
	return [
		{
			title: 'Reviews of deliverables',
			sentences: [
				`A review takes ${signatures} on the same version, ${abroad}.`,
				`A reviewer has ${plan.reviewWorkingDays} working days, and ends at most ${plan.reviewsPerWeek} ${plan.reviewsPerWeek === 1 ? 'review' : 'reviews'} in one week.`
			]
		},
		{
			title: 'Milestones',
			sentences: [
				`A milestone takes ${verifiers(plan.milestoneVerifiers)}.`,
				`One that decides a payment, or a go or no-go, takes ${verifiers(plan.criticalMilestoneVerifiers)}.`
			]
		},
		{
			title: 'Risks',
			sentences: [
				`Likelihood times severity makes a risk medium from ${plan.riskMediumFrom} and high from ${plan.riskHighFrom}.`
			]
		},
		{
			title: 'Lead times',
			sentences: [
				`The draft is there ${plan.draftLeadDays} days before the due day, the review is over ${plan.reviewLeadDays} days before, the final text is ready ${plan.finalLeadDays} days before.`,
				`An open item counts as due soon ${plan.atRiskDays} days before; a holder is warned after ${plan.ballWarningDays} days.`
			]
		},
		{
			title: 'Meetings and actions',
			sentences: [
				`A meeting is quorate with ${plan.meetingQuorumPercent} % of the members present or represented.`,
				`Circulated minutes can be objected to for ${plan.minutesWorkingDays} working days.`,
				`An action not answered within ${plan.actionAnswerWorkingDays} working days counts as accepted; after ${plan.actionMovesToAgenda} moves of its due day it is put on the next agenda.`
			]
		},
		{
			title: 'Check-ins',
			sentences: [
				`Every organisation checks in ${plan.checkInMonths === 1 ? 'every month' : `every ${plan.checkInMonths} months`}, by ${plan.checkInDueWorkingDays} working days after the end.`,
				plan.checkInFromMonth === 0
					? 'The first is that of the month in which the project was set up here.'
					: `The first is that of project month ${plan.checkInFromMonth}.`
			]
		},
		{
			title: 'Files',
			sentences: [
				`The portal takes ${plan.acceptedFormats.join(', ')}. A file has at most ${plan.maxFileMegabytes} MB.`
			]
		}
	];
}

/** A change of one rule in words: what it was, what it is. */
export function planChangeText(change: PlanChange): string {
	const { label } = PLAN_RULE_TEXT[change.rule];
	const rule = change.part === null ? label : `${label}, ${change.part}`;
	const added = change.after === null ? [] : [`added ${brief(change.after)}`];
	const removed = change.before === null ? [] : [`removed ${brief(change.before)}`];
	if (LISTS.includes(change.rule) || change.after === null || change.before === null)
		return `${rule}: ${[...added, ...removed].join('; ')}`;
	return `${rule}: ${change.after}, it was ${change.before}`;
}

const LISTS: readonly (keyof QualityPlan)[] = ['acceptedFormats', 'holidays'];
const MOST_NAMED = 8;

/** A few entries by name, many by their number. */
function brief(list: string): string {
	const entries = list.split(', ');
	return entries.length <= MOST_NAMED ? list : `${entries.length}, from ${entries[0]} to ${entries.at(-1)}`;
}
