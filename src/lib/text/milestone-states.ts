import { MILESTONE_AWAITS, type MilestoneAwaits } from '#lib/domain/milestone-holder.ts';
import type { MilestoneState } from '#lib/domain/milestones.ts';

type Tone = 'neutral' | 'waiting' | 'good' | 'warn' | 'bad' | 'stale' | 'info';
type Shape =
	| 'circle'
	| 'quarter'
	| 'half'
	| 'three-quarters'
	| 'disc'
	| 'check'
	| 'triangle'
	| 'cross'
	| 'square'
	| 'broken';

/** A state as a word, with the tone and shape that go with it on every page. */
export const MILESTONE_STATE_TEXT = {
	planned: { label: 'Planned', tone: 'neutral', shape: 'circle' },
	claimed: { label: 'Claimed', tone: 'waiting', shape: 'quarter' },
	verifying: { label: 'Verifying', tone: 'waiting', shape: 'half' },
	returned: { label: 'Returned', tone: 'warn', shape: 'triangle' },
	verified: { label: 'Verified', tone: 'good', shape: 'three-quarters' },
	declared: { label: 'Declared', tone: 'good', shape: 'check' },
	reopened: { label: 'Reopened', tone: 'warn', shape: 'broken' },
	'not-achieved': { label: 'Not achieved', tone: 'bad', shape: 'cross' },
	replaced: { label: 'Replaced', tone: 'neutral', shape: 'square' },
	deferred: { label: 'Deferred', tone: 'neutral', shape: 'disc' }
} as const satisfies Record<MilestoneState, { label: string; tone: Tone; shape: Shape }>;

/** What the holder is expected to do. */
export const MILESTONE_AWAITS_TEXT = {
	claim: 'link evidence and claim it',
	'answer-return': 'strengthen the evidence and claim it again',
	'claim-again': 'claim it again',
	'assign-verifiers': 'assign verifiers',
	verify: 'judge the evidence and sign',
	countersign: 'countersign and declare it'
} as const satisfies Record<MilestoneAwaits, string>;

export function milestoneAwaitsText(awaits: string): string {
	const known = MILESTONE_AWAITS.find((one) => one === awaits);
	return known === undefined ? '' : MILESTONE_AWAITS_TEXT[known];
}

/** How a claim ended, or that it is open. */
export function claimOutcomeText(outcome: string | null) {
	switch (outcome) {
		case 'verified':
			return { label: 'Verified', tone: 'good' } as const;
		case 'returned':
			return { label: 'Returned', tone: 'warn' } as const;
		case 'reopened':
			return { label: 'Reopened', tone: 'stale' } as const;
		case 'ended':
			return { label: 'Ended', tone: 'bad' } as const;
		default:
			return { label: 'Open', tone: 'waiting' } as const;
	}
}
