import type { Day } from '#lib/domain/days.ts';
import type { DecisionReason } from './decision-reasons.ts';
import type { DecisionWay } from './decisions.ts';
import type { MinutesState } from './meetings.ts';

export interface Votes {
	votesFor: number | null;
	votesAgainst: number | null;
	votesAbstained: number | null;
}

export interface DecisionDraft extends Votes {
	how: DecisionWay;
	decidedOn: Day;
	effectiveOn: Day | null;
}

export interface DecisionContext {
	today: Day;
	/** Organisations that have a vote. */
	members: number;
	/** Of the meeting that took it; null: without a meeting. */
	minutesState: MinutesState | null;
	/** What it supersedes, and the code of what supersedes that already. */
	supersedes: { code: string; supersededBy: string | null } | null;
}

/** Why a decision cannot be recorded like this: every reason at once. */
export function recordBlocks(draft: DecisionDraft, context: DecisionContext): DecisionReason[] {
	const { supersedes } = context;
	return [
		...correctionBlocks(context.minutesState),
		...dayBlocks(draft, context.today),
		...voteBlocks(draft, context.members),
		...(draft.how === 'written' && context.minutesState !== null
			? [{ code: 'written-outside-meeting' } as const]
			: []),
		...(supersedes !== null && supersedes.supersededBy !== null
			? [
					{
						code: 'decision-superseded',
						decision: supersedes.code,
						by: supersedes.supersededBy
					} as const
				]
			: [])
	];
}

/** The words of a decision stay as they were sent round; another decision supersedes it. */
export function correctionBlocks(minutesState: MinutesState | null): DecisionReason[] {
	return minutesState === null || minutesState === 'draft' ? [] : [{ code: 'minutes-fixed' }];
}

function dayBlocks({ decidedOn, effectiveOn }: DecisionDraft, today: Day): DecisionReason[] {
	return [
		...(decidedOn > today ? [{ code: 'decision-in-future', today } as const] : []),
		...(effectiveOn !== null && effectiveOn < decidedOn
			? [{ code: 'effective-before-decided', decidedOn } as const]
			: [])
	];
}

function voteBlocks(draft: DecisionDraft, members: number): DecisionReason[] {
	const votes = votesOf(draft);
	if (votes === null) return draft.how === 'vote' ? [{ code: 'votes-needed' }] : [];
	if (draft.how === 'consensus' || draft.how === 'unknown') return [{ code: 'votes-without-vote' }];
	const { votesFor, votesAgainst } = draft;
	return [
		...(votes > members ? [{ code: 'votes-exceed-members', votes, members } as const] : []),
		...((votesFor ?? 0) <= (votesAgainst ?? 0)
			? [
					{
						code: 'votes-not-carried',
						votesFor: votesFor ?? 0,
						votesAgainst: votesAgainst ?? 0
					} as const
				]
			: [])
	];
}

/** How many organisations voted; null: nobody was counted. */
function votesOf({ votesFor, votesAgainst, votesAbstained }: Votes): number | null {
	const counted = [votesFor, votesAgainst, votesAbstained].filter((votes) => votes !== null);
	return counted.length === 0 ? null : counted.reduce((sum, votes) => sum + votes, 0);
}
