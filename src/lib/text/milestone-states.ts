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
