import type { Day } from '#lib/domain/days.ts';
import type { Total } from '#lib/domain/values.ts';

export interface Target {
	dueOn: Day;
	value: number;
}

/** `unknown`: the day has passed and somebody is silent, so that nobody can say whether it was missed. */
export type TargetStanding = 'reached' | 'ahead' | 'missed' | 'unknown';

/** Where a total stands against a target. Who is silent can only add to it, so what is reached is reached. */
export function targetStanding(target: Target, total: Total, today: Day): TargetStanding {
	if (total.sum !== null && total.sum >= target.value) return 'reached';
	if (target.dueOn >= today) return 'ahead';
	return total.isWhole && total.sum !== null ? 'missed' : 'unknown';
}

/** The next target to be reached, or the last one when all their days have passed. */
export function currentTarget<T extends Target>(targets: readonly T[], today: Day): T | null {
	const inOrder = [...targets].sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
	return inOrder.find(({ dueOn }) => dueOn >= today) ?? inOrder.at(-1) ?? null;
}
