import type { ActionEvent } from '#lib/domain/meetings/action-life-cycle.ts';
import type { ActionState } from '#lib/domain/meetings/actions.ts';

type Tone = 'neutral' | 'waiting' | 'good' | 'warn' | 'bad' | 'stale' | 'info';
type Shape =
	'circle' | 'quarter' | 'half' | 'three-quarters' | 'check' | 'cross' | 'square' | 'broken' | 'triangle';

/** A state as a word, with the tone and shape that go with it on every page. */
export const ACTION_STATE_TEXT = {
	open: { label: 'Open', tone: 'neutral', shape: 'circle' },
	accepted: { label: 'Accepted', tone: 'waiting', shape: 'quarter' },
	'in-progress': { label: 'In progress', tone: 'waiting', shape: 'half' },
	blocked: { label: 'Blocked', tone: 'bad', shape: 'cross' },
	'done-claimed': { label: 'Claimed as done', tone: 'info', shape: 'three-quarters' },
	verified: { label: 'Verified', tone: 'good', shape: 'check' },
	declined: { label: 'Declined', tone: 'warn', shape: 'triangle' },
	cancelled: { label: 'Cancelled', tone: 'neutral', shape: 'broken' },
	superseded: { label: 'Superseded', tone: 'stale', shape: 'square' }
} as const satisfies Record<ActionState, { label: string; tone: Tone; shape: Shape }>;

/** A step as a button says it, and what it brings about. */
export const ACTION_STEP_TEXT: Record<ActionEvent, { label: string; about: string }> = {
	accept: { label: 'Accept', about: 'You do it by its day.' },
	decline: { label: 'Decline', about: 'It goes back with your reason and the person you propose.' },
	start: { label: 'Begin', about: 'The work is under way.' },
	block: { label: 'Say what blocks it', about: 'Whoever it waits for holds it meanwhile.' },
	unblock: { label: 'Go on', about: 'Nothing blocks it any more.' },
	claim: { label: 'Claim as done', about: 'Somebody else then looks and verifies.' },
	verify: { label: 'Verify', about: 'You have seen that it is done.' },
	reopen: { label: 'Reopen', about: 'Something is missing: the owner goes on with it.' },
	'hand-over': { label: 'Hand over', about: 'Another person owns it and is asked to accept.' },
	cancel: { label: 'Cancel', about: 'It is not done; the reason stays on record.' },
	supersede: { label: 'Supersede', about: 'Another action takes its place.' }
};
