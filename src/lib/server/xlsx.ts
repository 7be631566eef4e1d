import writeXlsxFile from 'write-excel-file/node';
import { tame, type TableCell } from '#lib/domain/catalogue/export-table.ts';

/** Sheets of plain cells under a bold head; no cell is ever a formula. */
export async function xlsxOf(
	sheets: readonly { name: string; rows: readonly (readonly TableCell[])[] }[]
): Promise<Uint8Array<ArrayBuffer>> {
	const buffer = await writeXlsxFile(
		sheets.map(({ name, rows }) => ({
			sheet: name,
			stickyRowsCount: 1,
			data: rows.map((row, index) => row.map((cell) => cellOf(cell, index === 0)))
		}))
	).toBuffer();
	return new Uint8Array(buffer);
}

/** The longest text a cell takes. */
const LONGEST = 32_767;

function cellOf(cell: TableCell, isHead: boolean) {
	if (cell === null) return null;
	if (typeof cell === 'number') return { value: cell, type: Number };
	const value = tame(cell).slice(0, LONGEST);
	return { value, type: String, ...(isHead ? { fontWeight: 'bold' as const } : {}) };
}
