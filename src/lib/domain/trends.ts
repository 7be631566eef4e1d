import { monthEnd, projectMonth, type Day } from './days.ts';
import { hasEnded } from './lateness.ts';

export interface BurnUpItem {
	state: string;
	contractualOn: Day | null;
	submittedOn: Day | null;
	acceptedOn: Day | null;
}

export interface BurnUpPoint {
	month: number;
	endOn: Day;
	/** Due by the end of the month, by contract. */
	planned: number;
	/** Submitted and accepted by then; null where it lies ahead. */
	submitted: number | null;
	accepted: number | null;
}

export interface BurnUp {
	points: readonly BurnUpPoint[];
	total: number;
	/** Counted in the total, but in no line: their day is not known. */
	withoutDue: number;
	acceptedWithoutDay: number;
}

/** How many deliverables were due, submitted and accepted by the end of each month: dates that are known, and only those. */
export function burnUp(items: readonly BurnUpItem[], startOn: Day, months: number, today: Day): BurnUp {
	const planned = items.filter((item) => !hasEnded(item));
	const by = (day: Day, date: (item: BurnUpItem) => Day | null) =>
		planned.filter((item) => (date(item) ?? '9999') <= day).length;
	const now = projectMonth(startOn, today);
	const points = Array.from({ length: months }, (_, index) => {
		const month = index + 1;
		const endOn = monthEnd(startOn, month);
		const seen = month < now ? endOn : today;
		return {
			month,
			endOn,
			planned: by(endOn, ({ contractualOn }) => contractualOn),
			submitted: month > now ? null : by(seen, ({ submittedOn }) => submittedOn),
			accepted: month > now ? null : by(seen, ({ acceptedOn }) => acceptedOn)
		};
	});
	return {
		points,
		total: planned.length,
		withoutDue: planned.filter(({ contractualOn }) => contractualOn === null).length,
		acceptedWithoutDay: planned.filter(({ state, acceptedOn }) => state === 'accepted' && acceptedOn === null)
			.length
	};
}

export interface TrendItem {
	id: string;
	code: string;
	title: string;
	agreedOn: Day | null;
	contractualOn: Day | null;
	forecastOn: Day | null;
	doneOn: Day | null;
}

export interface TrendMove {
	itemId: string;
	dateKind: 'contractual' | 'agreed' | 'forecast';
	fromOn: Day | null;
	toOn: Day;
	movedOn: Day;
}

export interface TrendPoint {
	reportedOn: Day;
	expectedOn: Day;
}

export interface Trend {
	code: string;
	title: string;
	isDone: boolean;
	points: readonly TrendPoint[];
}

/**
 * Milestone trend analysis: what was expected, each time it was reported. A level line keeps its promise, a rising one
 * slips; it ends where it was achieved, or today. `moves` come oldest first; those without any date are left out.
 */
export function trends(
	items: readonly TrendItem[],
	moves: readonly TrendMove[],
	startOn: Day,
	today: Day
): Trend[] {
	const movesOf = Map.groupBy(moves, ({ itemId }) => itemId);
	return items.flatMap((item) => {
		const points = pointsOf(item, movesOf.get(item.id) ?? [], startOn, today);
		const { code, title, doneOn } = item;
		return points.length === 0 ? [] : [{ code, title, isDone: doneOn !== null, points }];
	});
}

function pointsOf(item: TrendItem, moves: readonly TrendMove[], startOn: Day, today: Day): TrendPoint[] {
	const dates: Record<TrendMove['dateKind'], Day | null> = {
		contractual: first(moves, 'contractual', item.contractualOn),
		agreed: first(moves, 'agreed', item.agreedOn),
		forecast: null
	};
	const expected = () => dates.forecast ?? dates.agreed ?? dates.contractual;
	const points: TrendPoint[] = [];
	const report = (reportedOn: Day) => {
		const expectedOn = expected();
		if (expectedOn === null) return;
		if (points.at(-1)?.reportedOn === reportedOn) points.pop();
		points.push({ reportedOn, expectedOn });
	};
	const enteredLater = moves.some(({ dateKind, fromOn }) => dateKind === 'contractual' && fromOn === null);
	if (!enteredLater) report(startOn);
	for (const move of moves) {
		dates[move.dateKind] = move.toOn;
		report(move.movedOn);
	}
	if (item.doneOn !== null) points.push({ reportedOn: item.doneOn, expectedOn: item.doneOn });
	else report(today);
	return points.toSorted((a, b) => (a.reportedOn < b.reportedOn ? -1 : a.reportedOn > b.reportedOn ? 1 : 0));
}

/** The date before its first recorded move; the present one where it never moved. */
function first(moves: readonly TrendMove[], kind: TrendMove['dateKind'], now: Day | null): Day | null {
	const move = moves.find(({ dateKind }) => dateKind === kind);
	return move ? move.fromOn : now;
}
