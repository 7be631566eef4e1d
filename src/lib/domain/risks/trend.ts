import { riskScore, type Assessment } from './scale.ts';

export interface AssessmentChange {
	/** The day of the change. */
	on: string;
	from: Assessment;
}

export type RiskTrend =
	| { direction: 'worse' | 'better' | 'same'; from: number; to: number }
	/** Assessed since for the first time: nobody can say that it is not worse. */
	| { direction: 'first'; from: null; to: number }
	/** Not there then, or not assessed now: nothing can be compared. */
	| { direction: 'new' | 'unknown'; from: null; to: number | null };

/** How a risk was assessed at the end of a day: the first change after it tells what stood before. */
function assessmentOn(now: Assessment, changes: readonly AssessmentChange[], day: string): Assessment {
	const later = changes.filter(({ on }) => on > day).sort((a, b) => (a.on < b.on ? -1 : 1));
	return later[0]?.from ?? now;
}

/** The score now against the one at the end of the last reporting period, and of a risk that is new since. */
export function riskTrend(
	now: Assessment,
	changes: readonly AssessmentChange[],
	{ since, openedOn }: { since: string; openedOn: string | null }
): RiskTrend {
	const to = riskScore(now);
	if (openedOn !== null && openedOn > since) return { direction: 'new', from: null, to };
	const from = riskScore(assessmentOn(now, changes, since));
	if (to === null) return { direction: 'unknown', from: null, to };
	if (from === null) return { direction: 'first', from, to };
	return { direction: to > from ? 'worse' : to < from ? 'better' : 'same', from, to };
}
