import { daysBetween, type Day } from '#lib/domain/days.ts';
import { isSideState, stepIndex, type Algorithm } from './algorithm.ts';
import { counterOf, standing, type EntryPast } from './target-series.ts';
import { isInScope, rounded, type Aim } from './targets.ts';

/** An entry that does not count yet but could, and how far it is from counting. */
export interface Candidate {
	itemId: string;
	/** Where it stands on its way; for one on hold, where it was taken from. */
	state: string;
	isOnHold: boolean;
	sinceOn: Day;
	/** Steps to take until it counts. */
	openSteps: number;
	/** Days these steps usually take. */
	typicalDays: number;
	openGaps: number;
	/** What it would add: 1, or its credits; 0 where nobody has given them. */
	adds: number;
}

/** Entries of the target's part on their way to its counting step, the quickest to finish first. */
export function candidatesFor(
	aim: Aim,
	algorithm: Algorithm,
	entries: readonly EntryPast[],
	openGaps: ReadonlyMap<string, number>,
	today: Day
): Candidate[] {
	const goal = stepIndex(algorithm, aim.countingState);
	const count = counterOf(aim, algorithm);
	const found = entries.flatMap((entry): Candidate[] => {
		const { itemId } = entry;
		const at = placeOf(entry, today);
		if (!at || goal < 0 || count(entry, today) > 0) return [];
		const theme = standing(entry.themes, today) ?? null;
		const level = standing(entry.levels, today) ?? null;
		const from = stepIndex(algorithm, at.state);
		if (from < 0 || !isInScope(aim, { ...entry, theme, level })) return [];
		// One that has arrived without adding lacks its credits only.
		const left = algorithm.steps.slice(from + 1, goal + 1);
		const adds = aim.measure === 'entries' ? 1 : (standing(entry.ects, today) ?? 0);
		return [
			{
				...{ itemId, ...at, adds },
				openSteps: left.length,
				typicalDays: left.reduce((sum, step) => sum + step.typicalDays, 0),
				openGaps: openGaps.get(itemId) ?? 0
			}
		];
	});
	return found.sort(
		(a, b) =>
			Number(a.isOnHold) - Number(b.isOnHold) ||
			a.openSteps - b.openSteps ||
			a.openGaps - b.openGaps ||
			b.adds - a.adds ||
			(a.itemId < b.itemId ? -1 : 1)
	);
}

/** The state on the way and since when; `undefined` for what is not there yet, merged or retired. */
function placeOf(entry: EntryPast, today: Day) {
	const states = entry.states.filter(({ fromOn }) => fromOn <= today);
	const now = states.at(-1);
	if (!now) return undefined;
	if (!isSideState(now.value)) return { state: now.value, sinceOn: now.fromOn, isOnHold: false };
	if (now.value !== 'on-hold') return undefined;
	const before = states.findLast(({ value }) => !isSideState(value));
	return before && { state: before.value, sinceOn: now.fromOn, isOnHold: true };
}

/** The count if these entries were finished today; an entry that is not on the list adds nothing. */
export function haveWith(
	have: number,
	candidates: readonly Candidate[],
	picked: ReadonlySet<string>
): number {
	const more = candidates.filter(({ itemId }) => picked.has(itemId)).map(({ adds }) => adds);
	return rounded(more.reduce((sum, one) => sum + one, have));
}

/** The step where entries wait longest against its typical days, and what it costs if nothing moves there. */
export interface Stall {
	/** Where they stand, and the step they wait for. */
	state: string;
	nextState: string;
	waiting: number;
	longestDays: number;
	typicalDays: number;
	/** By how much the wait exceeds what is typical; 1 is as usual. */
	times: number;
	/** Entries there and behind it that would arrive by the due day in typical time, and then would not. */
	missing: number;
	/** The same in what the target counts. */
	missingAmount: number;
}

export function stallOf(
	aim: Aim,
	algorithm: Algorithm,
	candidates: readonly Candidate[],
	today: Day
): Stall | null {
	const daysLeft = daysBetween(today, aim.dueOn);
	const moving = candidates.filter(({ isOnHold, openSteps }) => !isOnHold && openSteps > 0);
	const stalls = [...Map.groupBy(moving, ({ state }) => state)].flatMap(([state, waiting]): Stall[] => {
		const at = stepIndex(algorithm, state);
		const next = algorithm.steps[at + 1];
		if (!next || next.typicalDays === 0) return [];
		const longestDays = Math.max(...waiting.map(({ sinceOn }) => daysBetween(sinceOn, today)));
		if (longestDays <= next.typicalDays) return [];
		const behind = moving.filter(
			(one) => stepIndex(algorithm, one.state) <= at && one.typicalDays <= daysLeft
		);
		return [
			{
				state,
				nextState: next.state,
				waiting: waiting.length,
				longestDays,
				typicalDays: next.typicalDays,
				times: longestDays / next.typicalDays,
				missing: behind.length,
				missingAmount: rounded(behind.reduce((sum, { adds }) => sum + adds, 0))
			}
		];
	});
	return stalls.sort((a, b) => b.times - a.times || b.missing - a.missing)[0] ?? null;
}
