import { cellName } from '#lib/domain/catalogue/import-cells.ts';
import { Refusal } from '#lib/domain/reasons.ts';
import { attribute, xmlPieces } from './read-xml.ts';
import { MOST_COLUMNS, MOST_ROWS } from './sheet.ts';
import { withoutEscapes } from './xlsx-parts.ts';

interface Workbook {
	texts: readonly string[];
	/** By number of the style. */
	dates: readonly boolean[];
	is1904: boolean;
}

interface Cell {
	name: string;
	column: number;
	type: string;
	style: number;
	text: string;
}

/** The cells of a sheet by their places; formulas and errors are refused, whatever they came to. */
export function readCells(xml: string, workbook: Workbook): string[][] {
	const lines: string[][] = [];
	let row = 0;
	let column = 0;
	let cell: Cell | undefined;
	let isValue = false;
	for (const piece of xmlPieces(xml)) {
		if (piece.kind === 'text') {
			if (cell && isValue) cell.text += piece.text;
			continue;
		}
		const { name } = piece;
		if (name === 'v' || name === 't') isValue = piece.kind === 'open' && !piece.isClosed;
		if (name === 'c' && piece.kind === 'close' && cell) {
			put(lines, row, cell, workbook);
			cell = undefined;
		}
		if (piece.kind === 'close') continue;
		if (name === 'row') {
			row = Number(attribute(piece.attributes, 'r') ?? row + 1);
			column = 0;
		}
		if (name === 'c') {
			const place = attribute(piece.attributes, 'r');
			column = place === undefined ? column : columnOf(place);
			cell = piece.isClosed
				? undefined
				: {
						name: cellName(column, row),
						column,
						type: attribute(piece.attributes, 't') ?? 'n',
						style: Number(attribute(piece.attributes, 's') ?? -1),
						text: ''
					};
			column += 1;
		}
		if (name === 'f' && cell) throw new Refusal([{ code: 'import-formula', cell: cell.name }]);
	}
	return Array.from(lines, (line) => Array.from(line ?? [], (text) => text ?? ''));
}

function put(lines: string[][], row: number, cell: Cell, workbook: Workbook): void {
	const text = valueOf(cell, workbook);
	if (text.trim() === '') return;
	if (row > MOST_ROWS + 1) throw new Refusal([{ code: 'import-too-many-rows', most: MOST_ROWS }]);
	if (cell.column >= MOST_COLUMNS)
		throw new Refusal([{ code: 'import-too-many-columns', most: MOST_COLUMNS }]);
	if (!(row >= 1)) throw new Refusal([{ code: 'import-unreadable', part: 'row' }]);
	const line = (lines[row - 1] ??= []);
	line[cell.column] = text;
}

function valueOf({ name, type, style, text }: Cell, { texts, dates, is1904 }: Workbook): string {
	switch (type) {
		case 's':
			return texts[Number(text)] ?? '';
		case 'e':
			throw new Refusal([{ code: 'import-error-cell', cell: name, error: text }]);
		case 'b':
			return text === '1' ? 'TRUE' : 'FALSE';
		case 'n': {
			if (text === '') return '';
			const number = Number(text);
			if (!Number.isFinite(number)) return text;
			return dates[style] === true ? dayOf(number, is1904) : String(Number(number.toPrecision(15)));
		}
		default:
			return withoutEscapes(text);
	}
}

/** Days are counted from the end of 1899, where a 29 February 1900 that never was is counted too; or from 1904. */
function dayOf(serial: number, is1904: boolean): string {
	const day = new Date(Date.UTC(1899, 11, 30) + (Math.floor(serial) + (is1904 ? 1462 : 0)) * 86_400_000);
	return Number.isNaN(day.getTime()) ? String(serial) : day.toISOString().slice(0, 10);
}

function columnOf(place: string): number {
	const letters = /^[A-Z]{1,3}/.exec(place)?.[0] ?? '';
	if (letters === '') throw new Refusal([{ code: 'import-unreadable', part: place.slice(0, 20) }]);
	return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
