/** Rows of a list that a page names where the whole list stands elsewhere. */
const FIRST_ROWS = 25;

/** The first rows of a list, and how many there are. */
export interface FirstOf<One> {
	rows: readonly One[];
	of: number;
}

export function firstOf<One>(all: readonly One[], most = FIRST_ROWS): FirstOf<One> {
	return { rows: all.slice(0, most), of: all.length };
}

/** The first rows with each code, in their order, and how many of each there are. */
export function firstOfEach<One extends { code: string }>(
	all: readonly One[],
	most = FIRST_ROWS
): { rows: readonly One[]; of: ReadonlyMap<One['code'], number> } {
	const of = new Map<One['code'], number>();
	const rows = all.filter(({ code }) => {
		const place = (of.get(code) ?? 0) + 1;
		of.set(code, place);
		return place <= most;
	});
	return { rows, of };
}
