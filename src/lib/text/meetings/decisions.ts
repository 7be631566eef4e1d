import type { DecisionStanding, DecisionWay, EffectKind } from '#lib/domain/meetings/decisions.ts';

export const STANDING_TEXT = {
	recorded: { label: 'Not yet in force', tone: 'waiting', shape: 'half' },
	'in-force': { label: 'In force', tone: 'good', shape: 'check' },
	superseded: { label: 'Superseded', tone: 'stale', shape: 'square' }
} as const satisfies Record<DecisionStanding, { label: string; tone: string; shape: string }>;

export const WAY_TEXT: Record<DecisionWay, string> = {
	consensus: 'by consensus',
	vote: 'by vote',
	written: 'in writing',
	unknown: 'how is not known'
};

export const EFFECT_TEXT: Record<EffectKind, string> = {
	'date-move': 'Agreed date',
	'quality-plan': 'Quality plan',
	target: 'Target of the catalogue',
	baseline: 'Baseline',
	criteria: 'Criteria of the catalogue',
	algorithm: 'Implementation algorithm',
	item: 'Record'
};

interface Votes {
	votesFor: number | null;
	votesAgainst: number | null;
	votesAbstained: number | null;
}

/** “9 for, 1 against, 2 abstained”; null where nobody was counted. */
export function votesText({ votesFor, votesAgainst, votesAbstained }: Votes): string | null {
	if (votesFor === null && votesAgainst === null && votesAbstained === null) return null;
	return `${votesFor ?? 0} for, ${votesAgainst ?? 0} against, ${votesAbstained ?? 0} abstained`;
}
