import { daysBetween, type Day } from './days.ts';
import type { ItemKind } from './items.ts';

/** What lateness asks of an item; the row of a deliverable or milestone as it is stored. */
export interface DatedItem {
	kind: ItemKind;
	state: string;
	contractualOn: Day | null;
	agreedOn: Day | null;
	forecastOn: Day | null;
	/** Of a deliverable. */
	submittedOn?: Day | null;
	/** Of a milestone; of an action, the day on which it was claimed as done. */
	achievedOn?: Day | null;
}

export const LATENESS_STATES = [
	'on-time',
	'due-soon',
	'late',
	/** Within the agreed date, after the day of the contract. */
	'past-contract',
	'done-late',
	'done-past-contract',
	'done',
	'ended',
	'no-date',
	/** For those who do not follow the progress. */
	'untold'
] as const;
export type LatenessState = (typeof LATENESS_STATES)[number];

export interface Lateness {
	/** The agreed date; the contractual one where none was agreed. */
	due: Day | null;
	doneOn: Day | null;
	/** Days an open item is past its due date, otherwise 0. */
	lateDays: number;
	/** Days after its due date on which it was done; stays for ever. */
	doneLateDays: number;
	/** Days an open item is past the day of the contract, which no decision of the consortium moves; otherwise 0. */
	contractLateDays: number;
	/** Days after the day of the contract on which it was done; stays for ever. */
	doneContractLateDays: number;
	/** Days by which the forecast of an open item lies after its due date. */
	forecastLateDays: number;
	/** Submitted, and given back by the funder: its dates are told, and it is not done. */
	isGivenBack: boolean;
	/** The forecast itself has passed, and nobody gave a new one. */
	forecastPassed: boolean;
	state: LatenessState;
}

/** States in which an item has left the plan: neither late nor done. */
const ENDED: readonly string[] = [
	'withdrawn',
	'merged',
	'replaced',
	'not-achieved',
	'deferred',
	'cancelled',
	'superseded'
];
/** The achieved day of a milestone, or an action, counts once somebody independent has verified it. */
const ACHIEVED: readonly string[] = ['verified', 'declared'];

export function hasEnded(item: { state: string }): boolean {
	return ENDED.includes(item.state);
}

/** The day an item of the plan was done: a deliverable submitted, a milestone achieved and verified. */
export function doneOn(item: DatedItem): Day | null {
	if (item.kind === 'deliverable') return item.submittedOn ?? null;
	return ACHIEVED.includes(item.state) ? (item.achievedOn ?? null) : null;
}

/**
 * Days late, early or done, on a given day; `soonDays` is the quality plan's `atRiskDays`. The agreed date steers the
 * consortium: what is due, and late by its own decision. The day of the contract is the funder's and moves only by an
 * amendment: what passed it and is not done is past the contract whatever was agreed, and never on time.
 */
export function lateness(item: DatedItem, today: Day, soonDays: number): Lateness {
	const due = item.agreedOn ?? item.contractualOn;
	const done = doneOn(item);
	const open = done === null && !hasEnded(item);
	const past = (from: Day | null, day: Day | null) =>
		from === null || day === null ? 0 : Math.max(0, daysBetween(from, day));
	const after = (day: Day | null) => past(due, day);
	const facts = {
		due,
		doneOn: done,
		lateDays: open ? after(today) : 0,
		doneLateDays: hasEnded(item) ? 0 : after(done),
		contractLateDays: open ? past(item.contractualOn, today) : 0,
		doneContractLateDays: hasEnded(item) ? 0 : past(item.contractualOn, done),
		forecastLateDays: open ? after(item.forecastOn) : 0,
		isGivenBack: isGivenBack(item),
		forecastPassed: open && item.forecastOn !== null && item.forecastOn < today
	};
	return { ...facts, state: stateOf(item, facts, today, soonDays) };
}

function isGivenBack({ kind, state, submittedOn = null }: DatedItem): boolean {
	const isThere = state === 'submitted' || state === 'accepted';
	return kind === 'deliverable' && submittedOn !== null && !isThere && !hasEnded({ state });
}

/** Open, and past a day that counts: the agreed one, or that of the contract. */
export function isOverdue({ lateDays, contractLateDays }: Lateness): boolean {
	return lateDays > 0 || contractLateDays > 0;
}

/** Done, but after a day that counts. */
export function wasOverdue({ doneLateDays, doneContractLateDays }: Lateness): boolean {
	return doneLateDays > 0 || doneContractLateDays > 0;
}

/** What is late by its agreed date first, the latest before the less late. */
export function byLateness(a: Lateness, b: Lateness): number {
	return b.lateDays - a.lateDays || b.contractLateDays - a.contractLateDays;
}

/** Dates as outsiders are told them: the contractual day and the day it was done, and no verdict. */
export function untoldDates(item: DatedItem): Lateness {
	const none = {
		...{ lateDays: 0, doneLateDays: 0, contractLateDays: 0, doneContractLateDays: 0 },
		...{ forecastLateDays: 0, forecastPassed: false }
	};
	return { due: item.contractualOn, doneOn: doneOn(item), ...none, isGivenBack: false, state: 'untold' };
}

function stateOf(
	item: DatedItem,
	facts: Omit<Lateness, 'state'>,
	today: Day,
	soonDays: number
): LatenessState {
	if (hasEnded(item)) return 'ended';
	if (facts.doneOn !== null) {
		if (facts.doneLateDays > 0) return 'done-late';
		return facts.doneContractLateDays > 0 ? 'done-past-contract' : 'done';
	}
	if (facts.due === null) return 'no-date';
	if (facts.lateDays > 0) return 'late';
	if (facts.contractLateDays > 0) return 'past-contract';
	return daysBetween(today, facts.due) <= soonDays ? 'due-soon' : 'on-time';
}
