/** The life cycle of a deliverable (domain.md 3.1) as data. */
export const DELIVERABLE_STATES = [
	'planned',
	'in-preparation',
	'in-review',
	'changes-requested',
	'reviewed',
	'approved',
	'submitted',
	'accepted',
	'revision-by-funder',
	'withdrawn',
	'merged'
] as const;
export type DeliverableState = (typeof DELIVERABLE_STATES)[number];

const BEFORE_SUBMISSION = [
	'planned',
	'in-preparation',
	'in-review',
	'changes-requested',
	'reviewed',
	'approved'
] as const;

export const DELIVERABLE_LIFE = {
	'start-preparation': { from: ['planned'], to: 'in-preparation' },
	'open-review': { from: ['in-preparation', 'changes-requested', 'revision-by-funder'], to: 'in-review' },
	'request-changes': { from: ['in-review'], to: 'changes-requested' },
	'reach-quorum': { from: ['in-review'], to: 'reviewed' },
	return: { from: ['reviewed', 'approved'], to: 'changes-requested' },
	/** A new main file after the review began. */
	supersede: { from: ['in-review', 'reviewed', 'approved'], to: 'in-preparation' },
	approve: { from: ['reviewed'], to: 'approved' },
	'break-glass': { from: ['in-review', 'changes-requested'], to: 'approved' },
	submit: { from: ['approved'], to: 'submitted' },
	accept: { from: ['submitted'], to: 'accepted' },
	'ask-revision': { from: ['submitted'], to: 'revision-by-funder' },
	'record-editorial': { from: ['revision-by-funder'], to: 'reviewed' },
	withdraw: { from: BEFORE_SUBMISSION, to: 'withdrawn' },
	merge: { from: BEFORE_SUBMISSION, to: 'merged' }
} as const satisfies Record<string, { from: readonly DeliverableState[]; to: DeliverableState }>;
export type DeliverableEvent = keyof typeof DELIVERABLE_LIFE;

/** Nothing is expected of anybody any more. */
export const ENDED_STATES: readonly DeliverableState[] = ['accepted', 'withdrawn', 'merged'];

/** Files, contributors and the plan of the deliverable may change. */
export const EDITABLE_STATES: readonly DeliverableState[] = [
	'in-preparation',
	'changes-requested',
	'revision-by-funder'
];

export function isDeliverableState(state: string): state is DeliverableState {
	return DELIVERABLE_STATES.some((one) => one === state);
}

/** The state as stored; anything else is damage. */
export function toDeliverableState(state: string): DeliverableState {
	if (!isDeliverableState(state)) throw new Error(`${state} is no state of a deliverable`);
	return state;
}
