import type { DeliverableState } from '#lib/domain/deliverable-states.ts';

/** A state as a word, with the tone and shape that go with it on every page. */
export const DELIVERABLE_STATE_TEXT = {
	planned: { label: 'Planned', tone: 'neutral', shape: 'circle' },
	'in-preparation': { label: 'In preparation', tone: 'neutral', shape: 'quarter' },
	'in-review': { label: 'In review', tone: 'waiting', shape: 'half' },
	'changes-requested': { label: 'Changes requested', tone: 'warn', shape: 'triangle' },
	reviewed: { label: 'Reviewed', tone: 'good', shape: 'three-quarters' },
	approved: { label: 'Approved', tone: 'good', shape: 'three-quarters' },
	submitted: { label: 'Submitted', tone: 'good', shape: 'disc' },
	accepted: { label: 'Accepted', tone: 'good', shape: 'check' },
	'revision-by-funder': { label: 'Revision asked', tone: 'warn', shape: 'broken' },
	withdrawn: { label: 'Withdrawn', tone: 'neutral', shape: 'cross' },
	merged: { label: 'Merged', tone: 'neutral', shape: 'square' }
} as const satisfies Record<DeliverableState, { label: string; tone: string; shape: string }>;
