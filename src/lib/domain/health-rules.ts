import { addDays, type Day } from './days.ts';
import type { Health } from './health.ts';
import type { ItemKind } from './items.ts';
import { lateness, type DatedItem } from './lateness.ts';

export type HealthCause = {
	code: 'late' | 'past-contract' | 'forecast-late' | 'forecast-passed' | 'due-soon' | 'no-date';
	kind: ItemKind;
	item: string;
	/** Days late, of the forecast after the due date, or until the due date; 0 where none apply. */
	days: number;
};

export interface ComputedHealth {
	health: Health;
	/** Everything that made it so, in the order of the plan. */
	causes: readonly HealthCause[];
}

type HealthItem = DatedItem & { code: string };

/** Work on these has not reached anybody who checks it. */
const NOT_IN_REVIEW: readonly string[] = [
	'planned',
	'in-preparation',
	'changes-requested',
	'revision-by-funder',
	'returned',
	'reopened'
];

/**
 * Health by the published rules: late while anything is late; at risk while something is past the day of the contract, a
 * forecast lies after the agreed date or has passed, or something is due soon and not yet in review; unknown while anything open has no date, or nothing is planned.
 */
export function computeHealth(items: readonly HealthItem[], today: Day, soonDays: number): ComputedHealth {
	const causes = items.flatMap((item) => causesOf(item, today, soonDays));
	const has = (...codes: readonly HealthCause['code'][]) => causes.some(({ code }) => codes.includes(code));
	const isDated = items.some((item) => !['ended', 'no-date'].includes(lateness(item, today, soonDays).state));
	if (has('late')) return { health: 'late', causes };
	if (has('past-contract', 'forecast-late', 'forecast-passed', 'due-soon'))
		return { health: 'at-risk', causes };
	return { health: !isDated || has('no-date') ? 'unknown' : 'on-track', causes };
}

function causesOf(item: HealthItem, today: Day, soonDays: number): HealthCause[] {
	const seen = lateness(item, today, soonDays);
	const cause = (code: HealthCause['code'], days: number): HealthCause[] => [
		{ code, kind: item.kind, item: item.code, days }
	];
	if (seen.state === 'no-date') return cause('no-date', 0);
	return [
		...(seen.lateDays > 0 ? cause('late', seen.lateDays) : []),
		...(seen.state === 'past-contract' ? cause('past-contract', seen.contractLateDays) : []),
		...(seen.forecastLateDays > 0 ? cause('forecast-late', seen.forecastLateDays) : []),
		...(seen.forecastPassed && seen.lateDays === 0 ? cause('forecast-passed', 0) : []),
		...(seen.state === 'due-soon' && NOT_IN_REVIEW.includes(item.state) ? cause('due-soon', 0) : [])
	];
}

/** A judgement may stand beside the rules for a quarter at most, then it has to be made again. */
export const LONGEST_OVERRIDE_DAYS = 92;

export type HealthReason =
	| { code: 'override-lapsed'; today: Day }
	| { code: 'override-too-long'; last: Day }
	| { code: 'override-unknown-health' };

/** Why a judgement cannot be set: it lapses on a day ahead and not too far, and says something. */
export function overrideBlocks(override: { health: Health; untilOn: Day }, today: Day): HealthReason[] {
	const last = addDays(today, LONGEST_OVERRIDE_DAYS);
	return [
		...(override.health === 'unknown' ? [{ code: 'override-unknown-health' } as const] : []),
		...(override.untilOn <= today ? [{ code: 'override-lapsed', today } as const] : []),
		...(override.untilOn > last ? [{ code: 'override-too-long', last } as const] : [])
	];
}

/** Whether a judgement still stands: not ended, and its day has not passed. */
export function isInForce(override: { untilOn: Day; endedAt: string | null }, today: Day): boolean {
	return override.endedAt === null && override.untilOn >= today;
}
