import type { Day } from '#lib/domain/days.ts';
import type { Total } from '#lib/domain/values.ts';

export interface Target {
	dueOn: Day;
	value: number;
}

/**
 * `late`: reached, but not by its day. `unknown`: the day has passed and somebody was silent, so that nobody can say
 * whether it was missed.
 */
export type TargetStanding = 'reached' | 'late' | 'ahead' | 'missed' | 'unknown';

type Sum = Pick<Total, 'sum' | 'isWhole'>;

/** Where a target stands, by the total on a day. Who is silent can only add to it, so what is reached is reached. */
export function targetStanding(target: Target, totalOn: (day: Day) => Sum, today: Day): TargetStanding {
	const isPast = target.dueOn < today;
	const then = totalOn(isPast ? target.dueOn : today);
	if (isReached(target, then)) return 'reached';
	if (!isPast) return 'ahead';
	if (!then.isWhole || then.sum === null) return 'unknown';
	return isReached(target, totalOn(today)) ? 'late' : 'missed';
}

function isReached({ value }: Target, { sum }: Sum): boolean {
	return sum !== null && sum >= value;
}

/** The next target to be reached, or the last one when all their days have passed. */
export function currentTarget<T extends Target>(targets: readonly T[], today: Day): T | null {
	const inOrder = [...targets].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
	return inOrder.find(({ dueOn }) => dueOn >= today) ?? inOrder.at(-1) ?? null;
}
