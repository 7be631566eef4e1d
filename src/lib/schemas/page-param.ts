/** The page of a list that an address asks for, from 1, never beyond the last. */
export function pageParam(url: URL, total: number, size: number, name = 'page'): number {
	const asked = Number(url.searchParams.get(name));
	const last = Math.max(1, Math.ceil(total / size));
	return Number.isInteger(asked) && asked > 0 ? Math.min(asked, last) : 1;
}
