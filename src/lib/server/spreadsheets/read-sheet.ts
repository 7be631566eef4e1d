import { cellName } from '#lib/domain/catalogue/import-cells.ts';
import { Refusal } from '#lib/domain/reasons.ts';
import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { MEGABYTE, MOST_COLUMNS, MOST_ROWS, MOST_SHEET_BYTES, type Sheet } from './sheet.ts';

/** Reads a spreadsheet of one of the two kinds, or refuses all of it; nothing in it is ever evaluated. */
export function readSheet(fileName: string, bytes: Buffer): Sheet {
	if (bytes.length > MOST_SHEET_BYTES)
		throw new Refusal([{ code: 'import-too-large', megabytes: MOST_SHEET_BYTES / MEGABYTE }]);
	if (bytes.length === 0) throw new Refusal([{ code: 'import-empty' }]);
	const [header = [], ...lines] = linesOf(fileName, bytes).map((cells) =>
		cells.map((text) => text.replace(/\r\n?/g, '\n').trim())
	);
	const rows = lines
		.map((cells, index) => ({ number: index + 2, cells }))
		.filter(({ cells }) => cells.some((text) => text !== ''));
	if (header.every((text) => text === '') || rows.length === 0) throw new Refusal([{ code: 'import-empty' }]);
	if (rows.length > MOST_ROWS) throw new Refusal([{ code: 'import-too-many-rows', most: MOST_ROWS }]);
	if (header.length > MOST_COLUMNS)
		throw new Refusal([{ code: 'import-too-many-columns', most: MOST_COLUMNS }]);
	for (const { number, cells } of rows) {
		const beyond = cells.findIndex((text, column) => column >= header.length && text !== '');
		if (beyond >= 0) throw new Refusal([{ code: 'import-beyond-columns', cell: cellName(beyond, number) }]);
	}
	return { header, rows };
}

function linesOf(fileName: string, bytes: Buffer): string[][] {
	const ending = /\.([a-z0-9]+)$/i.exec(fileName)?.[1]?.toLowerCase() ?? '';
	const name = fileName.slice(0, 120);
	if (['xlsm', 'xltm', 'xlsb', 'xlam'].includes(ending)) throw new Refusal([{ code: 'import-macros' }]);
	if (ending !== 'csv' && ending !== 'xlsx') throw new Refusal([{ code: 'import-type', name }]);
	const isOle = bytes.subarray(0, 4).toString('hex') === 'd0cf11e0';
	if (isOle && ending === 'xlsx') throw new Refusal([{ code: 'import-protected' }]);
	const isZip = bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04';
	if (isOle || isZip !== (ending === 'xlsx')) throw new Refusal([{ code: 'import-type', name }]);
	return ending === 'xlsx' ? readXlsx(bytes) : readCsv(bytes);
}
