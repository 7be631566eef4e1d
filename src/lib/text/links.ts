import type { ItemKind } from '#lib/domain/items.ts';

const FOLDERS = { deliverable: 'deliverables', milestone: 'milestones' } as const satisfies Record<
	ItemKind,
	string
>;

/** The page of a deliverable or milestone. */
export function itemHref(slug: string, item: { kind: ItemKind; code: string }): string {
	return `/${slug}/${FOLDERS[item.kind]}/${item.code}`;
}

/** The page that moves the dates of an item and shows its slip ledger. */
export function datesHref(slug: string, code: string): string {
	return `/${slug}/items/${code}/dates`;
}

export function workPackageHref(slug: string, number: number): string {
	return `/${slug}/work-packages/${number}`;
}
