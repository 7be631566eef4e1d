import type { HealthCause } from '#lib/domain/health-rules.ts';
import { itemPath, kindPath, reviewPath } from '#lib/domain/item-path.ts';
import type { ItemKind, PlanKind } from '#lib/domain/items.ts';

/** The page of a deliverable, milestone, catalogue entry or action. */
export function itemHref(slug: string, item: { kind: ItemKind; code: string }): string {
	return `/${slug}/${itemPath(item)}`;
}

/** Where an item is reviewed. */
export function reviewHref(slug: string, item: { kind: ItemKind; code: string }): string {
	return `/${slug}/${reviewPath(item)}`;
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
	return `/${slug}/${kindPath(kind)}${search === '' ? '' : `?${search}`}`;
}

const CAUSES = {
	late: 'late=1',
	'past-contract': 'late=1',
	'forecast-late': 'state=open&sort=due',
	'forecast-passed': 'state=open&sort=due',
	'due-soon': 'due=30&sort=due',
	'no-date': 'state=open&sort=due'
} as const satisfies Record<HealthCause['code'], string>;

/** The list with everything that makes health what it is, for one cause. */
export function causesHref(slug: string, code: HealthCause['code'], wp?: number): string {
	return `/${slug}/deliverables?${CAUSES[code]}${wp === undefined ? '' : `&wp=${wp}`}`;
}
