import type { Day } from '#lib/domain/days.ts';
import { hasReached, type Algorithm } from './algorithm.ts';
import { isInScope, rounded, type Aim } from './targets.ts';

/** A fact and the day from which it stood; the first of a past stood from its own day, or longer than anybody asks. */
export interface Since<Value> {
	fromOn: Day;
	value: Value;
}

/** One entry with everything that decides whether and how much it counts, each oldest first. */
export interface EntryPast {
	itemId: string;
	organisationId: string | null;
	country: string | null;
	/** Empty before the entry was there. */
	states: readonly Since<string>[];
	ects: readonly Since<number | null>[];
	themes: readonly Since<string | null>[];
	levels: readonly Since<string | null>[];
}

/** The last day before everything: for facts that stood from the beginning. */
export const EVER: Day = '0000-01-01';

/** What stood at the end of a day. */
export function standing<Value>(facts: readonly Since<Value>[], day: Day): Value | undefined {
	return facts.findLast(({ fromOn }) => fromOn <= day)?.value;
}

/** What an entry adds to a target at the end of a day: 0 or 1, or its credits; without credits it adds none. */
export function counterOf(aim: Aim, algorithm: Algorithm): (entry: EntryPast, day: Day) => number {
	const states = algorithm.steps.map((step) => step.state);
	const counting = new Set(states.filter((state) => hasReached(algorithm, state, aim.countingState)));
	return (entry, day) => {
		const state = standing(entry.states, day);
		if (state === undefined || !counting.has(state)) return 0;
		const { organisationId, country } = entry;
		const theme = standing(entry.themes, day) ?? null;
		const level = standing(entry.levels, day) ?? null;
		if (!isInScope(aim, { organisationId, country, theme, level })) return 0;
		return aim.measure === 'entries' ? 1 : (standing(entry.ects, day) ?? 0);
	};
}

/** A change of the count on a day; what came in already counted tells nothing of the pace. */
interface Change {
	amount: number;
	isPace: boolean;
}

/** Every change of a target's count, by day: what fell back counts as fallen back. */
function changesOf(
	aim: Aim,
	algorithm: Algorithm,
	entries: readonly EntryPast[]
): Map<Day, readonly Change[]> {
	const changes = new Map<Day, Change[]>();
	const count = counterOf(aim, algorithm);
	for (const entry of entries) {
		if (isElsewhere(aim, entry)) continue;
		let before = 0;
		for (const [index, day] of turningDays(entry, aim).entries()) {
			const amount = count(entry, day) - before;
			if (amount === 0) continue;
			before += amount;
			const change = { amount, isPace: index > 0 };
			const kept = changes.get(day);
			if (kept) kept.push(change);
			else changes.set(day, [change]);
		}
	}
	return changes;
}

/** Never in the target's part: an entry keeps its owner. */
function isElsewhere({ scopeKind, scopeCode }: Aim, { country, organisationId }: EntryPast): boolean {
	if (scopeKind === 'country') return country !== scopeCode;
	return scopeKind === 'organisation' && organisationId !== scopeCode;
}

/** Days on which anything that the target asks about changed, from the entry's first state on. */
function turningDays({ states, ects, themes, levels }: EntryPast, { scopeKind, measure }: Aim): Day[] {
	const first = states[0]?.fromOn;
	if (first === undefined) return [];
	const facts = [
		...(measure === 'ects' ? ects : []),
		...(scopeKind === 'theme' ? themes : []),
		...(scopeKind === 'level' ? levels : [])
	];
	const days = states.map(({ fromOn }) => fromOn);
	for (const { fromOn } of facts) if (fromOn > first) days.push(fromOn);
	return facts.length === 0 ? days : days.sort();
}

export interface SeriesPoint {
	day: Day;
	have: number;
	/** Growth since the point before that tells of the pace: without what came in already counted. */
	growth: number;
}

/** The count at the end of each day asked for, days ascending: from recorded steps alone. */
export function seriesOf(
	aim: Aim,
	algorithm: Algorithm,
	entries: readonly EntryPast[],
	days: readonly Day[]
): SeriesPoint[] {
	const changes = [...changesOf(aim, algorithm, entries)].sort(([a], [b]) => (a < b ? -1 : 1));
	let at = 0;
	let have = 0;
	return days.map((day) => {
		let growth = 0;
		for (; at < changes.length; at += 1) {
			const change = changes[at];
			if (!change || change[0] > day) break;
			for (const { amount, isPace } of change[1]) {
				have += amount;
				if (isPace) growth += amount;
			}
		}
		have = rounded(have);
		return { day, have, growth: rounded(growth) };
	});
}
