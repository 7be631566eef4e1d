import type { ItemFilter, ItemSort } from '#lib/domain/item-filter.ts';

/** Address of a list with parts of its query changed; null or nothing takes a part away, and the page starts anew. */
export function listAddress(list: string, query: string, changes: Record<string, string | null>): string {
	const parameters = new URLSearchParams(query);
	parameters.delete('page');
	for (const [name, value] of Object.entries(changes)) {
		if (value === null) parameters.delete(name);
		else parameters.set(name, value);
	}
	for (const [name, value] of [...parameters]) if (value === '') parameters.delete(name);
	const text = parameters.toString();
	return text === '' ? list : `${list}?${text}`;
}

/** Where a click on a column's heading leads, and how the list is sorted by it now. */
export function sortAddress(
	list: string,
	query: string,
	filter: Pick<ItemFilter, 'sort' | 'descending'>,
	sort: ItemSort
) {
	const isOn = filter.sort === sort;
	const dir = isOn && !filter.descending ? 'desc' : null;
	const href = listAddress(list, query, { sort: sort === 'code' ? null : sort, dir });
	if (!isOn) return { href };
	return { href, direction: filter.descending ? ('descending' as const) : ('ascending' as const) };
}
