import { approvalBlocks, breakGlassBlocks, type Approval } from './approval-guards.ts';
import { can, mayEver, type Subject } from './can.ts';
import { candidateOf } from './candidates.ts';
import { justificationBlocks, planEditBlocks, recordBlocks } from './deliverable-edits.ts';
import { DELIVERABLE_LIFE, EDITABLE_STATES, type DeliverableState } from './deliverable-states.ts';
import { latestRound, openRound, type DeliverableFacts } from './deliverables.ts';
import type { Permission } from './permissions.ts';
import type { QualityPlan } from './quality-plan.ts';
import type { Reason } from './reasons.ts';
import { editorialBlocks, openReviewBlocks, startBlocks } from './review-guards.ts';
import type { Actor } from './roles.ts';
import { requestChangesBlocks, signOffBlocks } from './sign-off-guards.ts';
import { isLate } from './submission.ts';
import { endsReview, uploadBlocks } from './version-guards.ts';

export interface StepContext {
	facts: DeliverableFacts;
	subject: Subject;
	plan: QualityPlan;
	hasChecklist: boolean;
	submittedOn: string | null;
	today: string;
}

/** A step that this person may see now, and everything that still stands in its way. */
export interface Step {
	name: StepName;
	/** It is for others: the reasons say for whom. */
	isForOthers: boolean;
	blocks: Reason[];
}

/** The steps that carry the life cycle: shown also to those who cannot take them, with the reason. */
const MAIN: readonly string[] = ['start', 'upload', 'open', 'sign', 'request-changes', 'approve'];

const BEFORE_REVIEW: readonly DeliverableState[] = [
	'in-preparation',
	'changes-requested',
	'revision-by-funder'
];

/** Permission, when the step is shown at all, and what blocks it with the ticks of its form taken as set. */
const STEPS = {
	start: {
		permission: 'deliverable:edit',
		shown: ({ facts }) => facts.state === 'planned',
		blocks: (_, { facts }) => startBlocks(facts)
	},
	upload: {
		permission: 'deliverable:edit',
		shown: ({ facts }) => EDITABLE_STATES.includes(facts.state) || endsReview(facts.state),
		blocks: (actor, { facts }) =>
			uploadBlocks(facts, { main: true, actorOrganisationId: actor.organisationId, endsReview: true })
	},
	open: {
		permission: 'deliverable:request-review',
		shown: ({ facts }) => BEFORE_REVIEW.includes(facts.state),
		blocks: (_, { facts, plan, hasChecklist }) => openReviewBlocks(facts, plan, hasChecklist)
	},
	sign: {
		permission: 'deliverable:sign-off',
		shown: ({ facts }) => facts.state === 'in-review',
		blocks: (actor, { facts }) => {
			const covers = openRound(facts)?.coversSha256 ?? '';
			const given = { seenSha256: covers, presentSha256: covers, answers: [] };
			return signOffBlocks(facts, candidateOf(actor), given);
		}
	},
	'request-changes': {
		permission: 'deliverable:request-changes',
		shown: ({ facts }) => facts.state === 'in-review',
		blocks: (actor, { facts }) => requestChangesBlocks(facts, candidateOf(actor), true)
	},
	approve: {
		permission: 'deliverable:approve',
		shown: ({ facts }) => facts.state === 'reviewed',
		blocks: (actor, { facts }) => approvalBlocks(facts, actor, ticked(facts))
	},
	'break-glass': {
		permission: 'deliverable:break-glass',
		shown: ({ facts }) => isFrom(facts, 'break-glass'),
		blocks: (actor, { facts }) => breakGlassBlocks(facts, actor, ticked(facts))
	},
	submit: {
		permission: 'deliverable:record-portal',
		shown: ({ facts }) => isFrom(facts, 'submit'),
		blocks: () => []
	},
	verdict: {
		permission: 'deliverable:record-portal',
		shown: ({ facts }) => isFrom(facts, 'accept'),
		blocks: () => []
	},
	return: {
		permission: 'deliverable:return',
		shown: ({ facts }) => isFrom(facts, 'return'),
		blocks: () => []
	},
	editorial: {
		permission: 'deliverable:set-editorial',
		shown: ({ facts }) => isFrom(facts, 'record-editorial'),
		blocks: (actor, { facts, plan, hasChecklist }) =>
			editorialBlocks(facts, candidateOf(actor), plan, hasChecklist)
	},
	justify: {
		permission: 'deliverable:justify-lateness',
		shown: ({ facts, submittedOn, today }) =>
			isLate(facts.dueOn, submittedOn, today) && facts.state !== 'withdrawn' && facts.state !== 'merged',
		blocks: (_, { facts, submittedOn, today }) => justificationBlocks(facts.dueOn, submittedOn, today)
	},
	contributors: {
		permission: 'deliverable:edit',
		shown: ({ facts }) => recordBlocks(facts.state).length === 0,
		blocks: () => []
	},
	confirm: {
		permission: 'deliverable:request-review',
		shown: ({ facts }) => recordBlocks(facts.state).length === 0,
		blocks: () => []
	},
	assign: {
		permission: 'reviewer:assign',
		shown: ({ facts }) => recordBlocks(facts.state).length === 0,
		blocks: () => []
	},
	propose: {
		permission: 'reviewer:propose',
		shown: ({ facts }) => recordBlocks(facts.state).length === 0,
		blocks: () => []
	},
	plan: {
		permission: 'deliverable:plan',
		shown: ({ facts }) => planEditBlocks(facts).length === 0,
		blocks: () => []
	},
	withdraw: {
		permission: 'deliverable:withdraw',
		shown: ({ facts }) => isFrom(facts, 'withdraw'),
		blocks: () => []
	}
} satisfies Record<
	string,
	{
		permission: Permission;
		shown: (context: StepContext) => boolean;
		blocks: (actor: Actor, context: StepContext) => Reason[];
	}
>;
export type StepName = keyof typeof STEPS;

/** Every step that this person could at least sometimes take and that belongs to the present state, with all reasons. */
export function stepsFor(actor: Actor, context: StepContext): Step[] {
	const names = Object.keys(STEPS).filter((name): name is StepName => name in STEPS);
	return names
		.filter((name) => STEPS[name].shown(context) && mayEver(actor, STEPS[name].permission))
		.map((name) => {
			const answer = can(actor, STEPS[name].permission, context.subject);
			const isAssignee = name === 'sign' || name === 'request-changes';
			const rules = answer.ok || isAssignee ? STEPS[name].blocks(actor, context) : [];
			// Whoever reviews is told about the assignment in person, not about the scope of a role.
			const access = answer.ok || (isAssignee && rules.length > 0) ? [] : [answer.because];
			return { name, isForOthers: access.length > 0, blocks: [...access, ...rules] };
		})
		.filter((step) => !step.isForOthers || MAIN.includes(step.name))
		.filter((step) => step.name !== 'upload' || step.blocks.length === 0 || !endsReview(context.facts.state));
}

function isFrom({ state }: DeliverableFacts, event: keyof typeof DELIVERABLE_LIFE): boolean {
	const from: readonly DeliverableState[] = DELIVERABLE_LIFE[event].from;
	return from.includes(state);
}

/** What the approver will see and tick in the form. */
function ticked(facts: DeliverableFacts): Approval {
	const covers = latestRound(facts)?.coversSha256 ?? '';
	return { seenSha256: covers, publicChecked: true, accessOrganisationIds: ['chosen'], packageOf: covers };
}
