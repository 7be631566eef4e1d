import { daysBetween, type Day } from './days.ts';
import { doneOn, hasEnded, type DatedItem } from './lateness.ts';

export const DATE_KINDS = ['contractual', 'agreed', 'forecast'] as const;
export type DateKind = (typeof DATE_KINDS)[number];

/** Reason codes of moves that a decision or an amendment made; forecasts take theirs from the quality plan. */
export const DECISION_REASON = 'decision';
export const AMENDMENT_REASON = 'amendment';

export type DateMoveReason =
	| { code: 'dates-fixed-when-done'; item: string; doneOn: Day }
	| { code: 'dates-fixed-when-ended'; item: string; state: string }
	| { code: 'date-unchanged'; on: Day }
	| { code: 'forecast-in-the-past'; on: Day; today: Day }
	| { code: 'slip-reason-unknown'; known: readonly string[] }
	| { code: 'reference-needed' };

export type MovableItem = DatedItem & { code: string };

interface ForecastMove {
	toOn: Day;
	reasonCode: string;
}

/** Why a forecast may not move: only open items have one, it lies ahead, and its reason is one of the plan's. */
export function forecastMoveBlocks(
	item: MovableItem,
	move: ForecastMove,
	reasons: readonly { code: string; label: string }[],
	today: Day
): DateMoveReason[] {
	const known = reasons.some((reason) => reason.code === move.reasonCode);
	return [
		...datesFixedBlocks(item),
		...unchanged(item.forecastOn ?? item.agreedOn, move.toOn),
		...(move.toOn < today ? [{ code: 'forecast-in-the-past', on: move.toOn, today } as const] : []),
		...(known ? [] : [{ code: 'slip-reason-unknown', known: reasons.map((one) => one.label) } as const])
	];
}

/** Why an agreed date may not move. It may after it was passed, but the reference and the ledger then say so. */
export function agreedMoveBlocks(
	item: MovableItem,
	move: { toOn: Day; reference: string }
): DateMoveReason[] {
	return [
		...datesFixedBlocks(item),
		...unchanged(item.agreedOn ?? item.contractualOn, move.toOn),
		...(move.reference.trim() === '' ? [{ code: 'reference-needed' } as const] : [])
	];
}

/** Dates of what is done or has left the plan stay as they were. */
export function datesFixedBlocks(item: MovableItem): DateMoveReason[] {
	if (hasEnded(item)) return [{ code: 'dates-fixed-when-ended', item: item.code, state: item.state }];
	const done = doneOn(item);
	return done === null ? [] : [{ code: 'dates-fixed-when-done', item: item.code, doneOn: done }];
}

function unchanged(fromOn: Day | null, toOn: Day): DateMoveReason[] {
	return fromOn === toOn ? [{ code: 'date-unchanged', on: toOn }] : [];
}

export interface RecordedMove {
	dateKind: DateKind;
	fromOn: Day | null;
	toOn: Day;
	/** The day on which it was moved, in the project's zone. */
	movedOn: Day;
}

/** A line of the slip ledger, as shown. */
export interface LedgerMove extends RecordedMove {
	id: string;
	movedAt: string;
	/** Null for what an import brought. */
	movedByName: string | null;
	reasonCode: string;
	reasonText: string;
	reference: string | null;
}

/** Days a move shifted a date by; null for the first date of its kind. */
export function shiftDays(move: RecordedMove): number | null {
	return move.fromOn === null ? null : daysBetween(move.fromOn, move.toOn);
}

/** Days by which the earlier date had already passed when it was moved: what a move must not hide. */
export function daysLateWhenMoved(move: RecordedMove): number {
	return move.fromOn === null ? 0 : Math.max(0, daysBetween(move.fromOn, move.movedOn));
}

/** How often a date was moved, and by how much in all, beside first dates. */
export function slip(moves: readonly RecordedMove[], kind: DateKind): { count: number; days: number } {
	const shifts = moves
		.filter((move) => move.dateKind === kind)
		.map(shiftDays)
		.filter((days) => days !== null);
	return { count: shifts.length, days: shifts.reduce((sum, days) => sum + days, 0) };
}
