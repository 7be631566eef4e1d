import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coverageGrid } from '#lib/domain/catalogue/coverage.ts';

const place = fc.constantFrom('a', 'b', 'c');
const counts = fc.array(
	fc
		.record({ row: place, column: place, have: fc.nat(5), coming: fc.nat(5) })
		.map(({ coming, ...one }) => ({ ...one, all: one.have + coming }))
);

test('rows and columns of a coverage add up to the same, and its holes are the cells without any entry', () => {
	fc.assert(
		fc.property(fc.uniqueArray(place), fc.uniqueArray(place), counts, (rows, columns, counted) => {
			const grid = coverageGrid(rows, columns, counted);
			const sum = (numbers: number[]) => numbers.reduce((one, other) => one + other, 0);
			expect(sum(grid.rows.map((one) => one.all))).toBe(sum(grid.columns.map((one) => one.all)));
			expect(sum(grid.rows.map((one) => one.have))).toBe(sum(grid.columns.map((one) => one.have)));
			const cells = grid.rows.flatMap((row) => row.cells);
			expect(cells).toHaveLength(rows.length * columns.length);
			expect(grid.holes).toHaveLength(cells.filter((cell) => cell.all === 0).length);
		})
	);
});
