import type { Day } from '#lib/domain/days.ts';
import { isRiskOver } from './life-cycle.ts';
import { isNewOrWorse, sortRisks, type ListedRisk } from './register.ts';

/** What the first page says about risks. */
export interface HomeRisks {
	/** Open ones that are new or worse since the last reporting period, or whose measures are overdue; the gravest first. */
	watched: Pick<
		ListedRisk,
		| 'number'
		| 'description'
		| 'origin'
		| 'likelihood'
		| 'severity'
		| 'level'
		| 'trend'
		| 'owner'
		| 'organisation'
		| 'overdueMeasures'
	>[];
	open: number;
	/** Of the open ones those that nobody assessed: whether they are worse, nobody can say. */
	unassessed: number;
	/** Of the open ones those without a state of play for the period that runs. */
	unsaid: number;
	/** The end of the period with which they are compared. */
	since: Day;
}

export function homeRisks({ risks, since }: { risks: readonly ListedRisk[]; since: Day }): HomeRisks {
	const open = risks.filter(({ state }) => !isRiskOver(state));
	return {
		watched: sortRisks(open.filter((risk) => isNewOrWorse(risk) || risk.overdueMeasures > 0)),
		open: open.length,
		unassessed: open.filter(({ score }) => score === null).length,
		unsaid: open.filter(({ hasStatement }) => hasStatement === false).length,
		since
	};
}
