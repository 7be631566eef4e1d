import type { Day } from '#lib/domain/days.ts';
import type { CriteriaReason } from './criteria.ts';
import type { Element } from './elements.ts';

/** An open cell: what is wrong, since when, and the duty that stands for it. */
export interface OpenCell {
	element: Element;
	standing: 'missing' | 'weak';
	reasons: readonly CriteriaReason[];
	openedAt: string;
	/** Empty where nobody assigned the cell to anybody. */
	duty: { dueOn: Day | null; note: string; personName: string | null; acronym: string | null };
}

/** `outside`: asked of other entries, such as by another country's profile, but not of this one. */
export type CellStanding = 'complete' | 'weak' | 'missing' | 'not-applicable' | 'outside';

export interface Cell {
	element: Element;
	standing: CellStanding;
	open: OpenCell | null;
}

/** Several profiles may find fault with one element: the worse standing, every reason once, the earliest day. */
export function mergeGaps(gaps: readonly OpenCell[]): OpenCell[] {
	const merged = new Map<Element, OpenCell>();
	for (const gap of gaps) {
		const kept = merged.get(gap.element);
		const known = new Set(kept?.reasons.map((reason) => JSON.stringify(reason)));
		merged.set(
			gap.element,
			kept
				? {
						...kept,
						standing: gap.standing === 'missing' ? 'missing' : kept.standing,
						reasons: [...kept.reasons, ...gap.reasons.filter((one) => !known.has(JSON.stringify(one)))],
						openedAt: gap.openedAt < kept.openedAt ? gap.openedAt : kept.openedAt
					}
				: gap
		);
	}
	return [...merged.values()];
}

interface CellFacts {
	open: readonly OpenCell[];
	/** Elements left out with a reason. */
	leftOut: readonly string[];
	/** Elements that any of the profiles asks of this entry. */
	asked: ReadonlySet<Element>;
}

/** One row of the matrix, a cell for every column. */
export function cellsOf(columns: readonly Element[], { open, leftOut, asked }: CellFacts): Cell[] {
	return columns.map((element) => {
		const found = open.find((cell) => cell.element === element);
		if (found) return { element, standing: found.standing, open: found };
		if (!asked.has(element)) return { element, standing: 'outside', open: null };
		return { element, standing: leftOut.includes(element) ? 'not-applicable' : 'complete', open: null };
	});
}

/** Complete elements of those that apply. */
export function completeness(cells: readonly Cell[]): { complete: number; of: number } {
	const count = (...standings: CellStanding[]) =>
		cells.filter((cell) => standings.includes(cell.standing)).length;
	return { complete: count('complete'), of: count('complete', 'weak', 'missing') };
}

export interface GapCount {
	missing: number;
	weak: number;
}

/** One line of the register counted: so many cells of one element in one group stand so. */
export interface CountedGaps {
	group: string;
	element: Element;
	standing: 'missing' | 'weak';
	/** Code and acronym of the organisation that owes them. */
	debtor: string;
	acronym: string;
	count: number;
	/** Of them past their day. */
	late: number;
	/** The next day on which one of them is due. */
	nextOn: Day | null;
}

const NONE: GapCount = { missing: 0, weak: 0 };

function sumBy(counts: readonly CountedGaps[], key: (one: CountedGaps) => string): Map<string, GapCount> {
	const sums = new Map<string, GapCount>();
	for (const one of counts) {
		const sum = sums.get(key(one)) ?? NONE;
		sums.set(key(one), { ...sum, [one.standing]: sum[one.standing] + one.count });
	}
	return sums;
}

/** Totals of a matrix: by element, by group, by both, and of all. */
export function gapTotals(counts: readonly CountedGaps[]) {
	const elements = sumBy(counts, (one) => one.element);
	const groups = sumBy(counts, (one) => one.group);
	const both = sumBy(counts, (one) => `${one.group}\n${one.element}`);
	return {
		all: sumBy(counts, () => '').get('') ?? NONE,
		ofElement: (element: Element): GapCount => elements.get(element) ?? NONE,
		ofGroup: (group: string): GapCount => groups.get(group) ?? NONE,
		ofBoth: (group: string, element: Element): GapCount => both.get(`${group}\n${element}`) ?? NONE
	};
}

export interface Debtor {
	code: string;
	acronym: string;
	count: number;
	late: number;
	nextOn: Day | null;
}

/** Who owes how much: the latest first, then whoever owes most. */
export function debtorsOf(counts: readonly CountedGaps[]): Debtor[] {
	const debtors = new Map<string, Debtor>();
	for (const { debtor: code, acronym, count, late, nextOn } of counts) {
		const sum = debtors.get(code) ?? { code, acronym, count: 0, late: 0, nextOn: null };
		debtors.set(code, {
			...sum,
			count: sum.count + count,
			late: sum.late + late,
			nextOn: earlier(sum.nextOn, nextOn)
		});
	}
	return [...debtors.values()].sort(
		(a, b) => b.late - a.late || b.count - a.count || (a.code < b.code ? -1 : 1)
	);
}

function earlier(a: Day | null, b: Day | null): Day | null {
	if (a === null || b === null) return a ?? b;
	return a < b ? a : b;
}
