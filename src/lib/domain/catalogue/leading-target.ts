import type { Day } from '#lib/domain/days.ts';
import { hasReached, stepIndex, type Algorithm } from './algorithm.ts';
import { isInScope, type Aim, type EntryPlace } from './targets.ts';

/** A target and how much of it there is. */
interface MeasuredAim extends Aim {
	have: number;
}

/**
 * The target that speaks for its part of the catalogue, however many others are set beside it: one that is still open
 * before one that was missed, and these before what is reached; then the earliest step, entries before credits, the
 * last due and the largest.
 */
export function leadingTarget<Target extends MeasuredAim>(
	targets: readonly Target[],
	algorithm: Algorithm,
	today: Day
): Target | undefined {
	const standing = ({ have, amount, dueOn }: Target) => (have >= amount ? 2 : dueOn < today ? 1 : 0);
	const step = ({ countingState }: Target) => stepIndex(algorithm, countingState);
	return targets.toSorted(
		(a, b) =>
			standing(a) - standing(b) ||
			step(a) - step(b) ||
			b.measure.localeCompare(a.measure, 'en') ||
			b.dueOn.localeCompare(a.dueOn, 'en') ||
			b.amount - a.amount
	)[0];
}

/** The targets whose days fields are owed by: of each part the one that leads it, unless it is reached. */
export function dueTargets<Target extends MeasuredAim>(
	targets: readonly Target[],
	algorithm: Algorithm,
	today: Day
): Target[] {
	const parts = Map.groupBy(targets, ({ scopeKind, scopeCode }) => `${scopeKind}:${scopeCode}`);
	return [...parts.values()].flatMap((part) => {
		const leading = leadingTarget(part, algorithm, today);
		return leading && leading.have < leading.amount ? [leading] : [];
	});
}

/** An entry as targets count it, and how many of its owed fields have no day but that of a target. */
export interface OwingEntry extends EntryPlace {
	state: string;
	ects: number | null;
	fields: number;
}

/** Fields whose day would become another one. */
export interface MovedDays {
	dueOn: Day | null;
	fields: number;
}

/** What setting, changing or ending a target does to the days of owed fields, the earliest day first. */
export function movedDays(
	entries: readonly OwingEntry[],
	{ before, after }: { before: readonly Aim[]; after: readonly Aim[] },
	algorithm: Algorithm,
	today: Day
): MovedDays[] {
	const dayBefore = dayTeller(entries, before, algorithm, today);
	const dayAfter = dayTeller(entries, after, algorithm, today);
	const moved = new Map<Day | null, number>();
	for (const entry of entries) {
		const dueOn = dayAfter(entry);
		if (entry.fields > 0 && dueOn !== dayBefore(entry))
			moved.set(dueOn, (moved.get(dueOn) ?? 0) + entry.fields);
	}
	return [...moved]
		.map(([dueOn, fields]) => ({ dueOn, fields }))
		.sort((a, b) => (a.dueOn ?? '9').localeCompare(b.dueOn ?? '9', 'en'));
}

/** By when an entry's fields are owed: the earliest target that asks for it; where none does, the last that covers it. */
function dayTeller(
	entries: readonly OwingEntry[],
	aims: readonly Aim[],
	algorithm: Algorithm,
	today: Day
): (entry: OwingEntry) => Day | null {
	const adds = (aim: Aim, { state, ects }: OwingEntry) =>
		!hasReached(algorithm, state, aim.countingState) ? 0 : aim.measure === 'entries' ? 1 : (ects ?? 0);
	const measured = aims.map((aim) => ({
		...aim,
		have: entries.reduce((sum, one) => (isInScope(aim, one) ? sum + adds(aim, one) : sum), 0)
	}));
	const asking = dueTargets(measured, algorithm, today);
	return (entry) => {
		const daysOf = (targets: readonly Aim[]) =>
			targets.flatMap((aim) => (isInScope(aim, entry) ? [aim.dueOn] : [])).sort();
		return daysOf(asking)[0] ?? daysOf(aims).at(-1) ?? null;
	};
}
