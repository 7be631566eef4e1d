/** Entries of one kind counted: so many in all, so many of them in the catalogue. */
export interface CoverageCount {
	row: string;
	column: string;
	have: number;
	all: number;
}

export interface CoverageCell {
	column: string;
	/** Entries in the catalogue, by the state that the algorithm counts from. */
	have: number;
	/** With those still on their way. */
	all: number;
}

export interface CoverageRow extends Omit<CoverageCell, 'column'> {
	row: string;
	cells: CoverageCell[];
}

export interface CoverageGrid {
	rows: CoverageRow[];
	columns: CoverageCell[];
	/** Cells without any entry, not even one on its way. */
	holes: { row: string; column: string }[];
}

function sum(counts: readonly CoverageCount[]): { have: number; all: number } {
	return counts.reduce((one, { have, all }) => ({ have: one.have + have, all: one.all + all }), {
		have: 0,
		all: 0
	});
}

/** A cell for every row and column asked about, also where nothing was counted; other counts are left out. */
export function coverageGrid(
	rows: readonly string[],
	columns: readonly string[],
	counts: readonly CoverageCount[]
): CoverageGrid {
	const inside = counts.filter((one) => rows.includes(one.row) && columns.includes(one.column));
	const grid = rows.map((row) => {
		const own = inside.filter((one) => one.row === row);
		return {
			row,
			...sum(own),
			cells: columns.map((column) => ({ column, ...sum(own.filter((one) => one.column === column)) }))
		};
	});
	return {
		rows: grid,
		columns: columns.map((column) => ({
			column,
			...sum(inside.filter((one) => one.column === column))
		})),
		holes: grid.flatMap(({ row, cells }) =>
			cells.filter((cell) => cell.all === 0).map(({ column }) => ({ row, column }))
		)
	};
}
