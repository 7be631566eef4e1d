import type { ItemKind, PlanKind } from '#lib/domain/items.ts';

const FOLDERS = {
	deliverable: 'deliverables',
	milestone: 'milestones',
	entry: 'catalogue',
	action: 'actions'
} as const satisfies Record<ItemKind, string>;

/** The page of a deliverable, milestone or catalogue entry. */
export function itemHref(slug: string, item: { kind: ItemKind; code: string }): string {
	return `/${slug}/${FOLDERS[item.kind]}/${item.code}`;
}

/** Where an item is reviewed: entries have a page for it, the others a place on their own. */
export function reviewHref(slug: string, item: { kind: ItemKind; code: string }): string {
	return `${itemHref(slug, item)}${item.kind === 'entry' ? '/review' : ''}#review`;
}

/** The page that moves the dates of an item and shows its slip ledger. */
export function datesHref(slug: string, code: string): string {
	return `/${slug}/items/${code}/dates`;
}

export function workPackageHref(slug: string, number: number): string {
	return `/${slug}/work-packages/${number}`;
}

/** The list of a kind, narrowed to a work package or a state. */
export function listHref(slug: string, kind: PlanKind, filter: { wp?: number; state?: string } = {}): string {
	const query = new URLSearchParams();
	if (filter.wp !== undefined) query.set('wp', String(filter.wp));
	if (filter.state !== undefined) query.set('state', filter.state);
	const search = query.toString();
	return `/${slug}/${FOLDERS[kind]}${search === '' ? '' : `?${search}`}`;
}
