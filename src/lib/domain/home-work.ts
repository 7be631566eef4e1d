import type { FirstOf } from './first-of.ts';
import type { ListedItem } from './listed-item.ts';

export interface Hand {
	/** Says whose hand it is, the same for every item in it. */
	key: string;
	items: ListedItem[];
}

/** Open items of a work package by who holds them: one's own hand first, then the fullest. */
export function workByHolder(items: readonly ListedItem[], workPackageId: string): Hand[] {
	const open = items.filter(
		({ subject, dates }) =>
			subject.workPackageIds?.includes(workPackageId) && dates.doneOn === null && dates.state !== 'ended'
	);
	return [...Map.groupBy(open, handOf)]
		.map(([key, held]) => ({ key, items: held.toSorted(byDueDay) }))
		.sort(
			(a, b) =>
				Number(isMine(b)) - Number(isMine(a)) ||
				b.items.length - a.items.length ||
				a.key.localeCompare(b.key, 'en')
		);
}

function handOf({ holder }: ListedItem): string {
	if (holder === null) return 'nobody';
	const { kind, personIds, organisationId, role } = holder;
	return [kind, organisationId ?? role ?? '', ...personIds.toSorted()].join(' ');
}

const isMine = ({ items }: Hand) => items.some(({ mine }) => mine);

/** What has no day comes first: nobody can say that it is not late. */
function byDueDay(a: ListedItem, b: ListedItem): number {
	return (a.dates.due ?? '').localeCompare(b.dates.due ?? '') || a.code.localeCompare(b.code, 'en');
}

/** Rows of a work package that the first page names. */
const MOST = 24;

/** Hands with their first items, and how many each holds: of all together the first few, and of each hand one at least. */
export function shownHands(hands: readonly Hand[]): (FirstOf<ListedItem> & { key: string })[] {
	let left = MOST;
	return hands.map(({ key, items }) => {
		const rows = items.slice(0, Math.max(1, left));
		left -= rows.length;
		return { key, rows, of: items.length };
	});
}

/** The items that the first page names. */
export function itemsShown(hands: readonly FirstOf<ListedItem>[]): ListedItem[] {
	return hands.flatMap(({ rows }) => rows).slice(0, MOST);
}
