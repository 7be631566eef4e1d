import type { Day } from '#lib/domain/days.ts';
import type { IndicatorReason } from './indicator-reasons.ts';
import type { Target } from './targets.ts';

export const TARGET_VERDICTS = ['accepted', 'declined'] as const;
export type TargetVerdict = (typeof TARGET_VERDICTS)[number];

interface Proposal {
	dueOn: Day;
	verdict: TargetVerdict | null;
}

/** Why a target cannot be proposed: one proposal for a day at a time, ahead of today, and other than what stands. */
export function proposeTargetBlocks(
	indicator: {
		code: string;
		isClosed: boolean;
		targets: readonly Target[];
		proposals: readonly Proposal[];
	},
	{ dueOn, value }: Target,
	today: Day
): IndicatorReason[] {
	const { code, isClosed, targets, proposals } = indicator;
	const stands = targets.some((one) => one.dueOn === dueOn && one.value === value);
	const isOpen = proposals.some((one) => one.dueOn === dueOn && one.verdict === null);
	return [
		...(isClosed ? [{ code: 'indicator-closed', indicator: code } as const] : []),
		...(dueOn < today ? [{ code: 'target-day-passed', on: dueOn, today } as const] : []),
		...(stands ? [{ code: 'target-unchanged', on: dueOn, value } as const] : []),
		...(isOpen ? [{ code: 'target-proposal-open', on: dueOn } as const] : [])
	];
}

/** A proposal is decided once, and never by who made it. */
export function decideTargetBlocks(
	indicator: { code: string; isClosed: boolean },
	proposal: { verdict: TargetVerdict | null; proposedBy: string | null },
	verdict: TargetVerdict,
	decider: { personId: string; name: string }
): IndicatorReason[] {
	return [
		...(indicator.isClosed && verdict === 'accepted'
			? [{ code: 'indicator-closed', indicator: indicator.code } as const]
			: []),
		...(proposal.verdict === null
			? []
			: [{ code: 'target-proposal-settled', verdict: proposal.verdict } as const]),
		...(proposal.proposedBy === decider.personId
			? [{ code: 'target-proposal-own', person: decider.name } as const]
			: [])
	];
}
