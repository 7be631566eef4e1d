import type { Day } from '#lib/domain/days.ts';
import { isRiskOver } from './life-cycle.ts';
import type { RiskReason, StatementReason } from './risk-reasons.ts';

export const MEASURES = ['yes', 'partly', 'no'] as const;
/** Were the measures against it applied in the period? */
export type Measures = (typeof MEASURES)[number];

/** A risk as the lock of a reporting period sees it. */
export interface StatementFacts {
	number: number;
	state: string;
	/** Null when it came with the plan, and so stood from the start. */
	openedOn: Day | null;
	/** Who watches it, by name or by organisation. */
	owner: string | null;
	hasStatement: boolean;
}

/**
 * Why a reporting period cannot be locked yet: every risk that is still open needs its state of play, unless it was
 * opened after the period's last day.
 */
export function statementBlocks(risks: readonly StatementFacts[], period: { endOn: Day }): StatementReason[] {
	return risks
		.filter((risk) => needsStatement(risk, period) && !risk.hasStatement)
		.map(({ number, owner }) => ({ code: 'state-of-play-missing', risk: `R${number}`, owner }));
}

/** Is a state of play of this risk due for the period? Not for one that was over before the risk was opened. */
export function needsStatement(
	risk: Pick<StatementFacts, 'state' | 'openedOn'>,
	period: { endOn: Day }
): boolean {
	return !isRiskOver(risk.state) && (risk.openedOn === null || risk.openedOn <= period.endOn);
}

/** Whether the state of play that a period asks for is written; null where it asks for none. */
export function standingOf(
	risk: Pick<StatementFacts, 'state' | 'openedOn' | 'hasStatement'>,
	period: { endOn: Day }
): boolean | null {
	return needsStatement(risk, period) ? risk.hasStatement : null;
}

/** A state of play is written from the first day of its period until the period is locked. */
export function writeStatementBlocks(
	risk: { number: number; state: string },
	given: { materialised: boolean },
	period: { number: number; startOn: Day; lockedAt: string | null },
	today: Day
): RiskReason[] {
	const name = `RP${period.number}`;
	const hasHappened = risk.state === 'materialised' || risk.state === 'handled';
	return [
		...(period.lockedAt === null ? [] : [{ code: 'statement-period-locked', period: name } as const]),
		...(period.startOn > today ? [{ code: 'statement-period-ahead', period: name } as const] : []),
		...(given.materialised && !hasHappened
			? [{ code: 'statement-says-materialised', risk: `R${risk.number}` } as const]
			: [])
	];
}
