import { elementColumn, KEY_COLUMNS, type ElementColumn } from './import-columns.ts';
import { cellName } from './import-cells.ts';
import type { SheetReason } from './import-reasons.ts';

export interface Header {
	code: number;
	owner: number;
	/** With their places, counted from 0. */
	elements: readonly { at: number; column: ElementColumn }[];
}

/** Every column has to be known: a misspelt one would silently be left out. Upper case does not matter. */
export function readHeader(cells: readonly string[]): { header: Header; reasons: SheetReason[] } {
	const keys = cells.map((cell) => cell.trim().toLowerCase());
	const isKey = (key: string) => KEY_COLUMNS.some((one) => one === key);
	const elements = keys.flatMap((key, at) => {
		const column = elementColumn(key);
		return column ? [{ at, column }] : [];
	});
	const unnamed = keys.flatMap((key, at) => (key === '' ? [cellName(at, 1)] : []));
	const unknown = cells.filter((_, at) => {
		const key = keys[at] ?? '';
		return key !== '' && !isKey(key) && !elements.some((one) => one.at === at);
	});
	const twice = [...new Set(keys.filter((key, at) => key !== '' && keys.indexOf(key) !== at))];
	const reasons: SheetReason[] = [];
	if (unknown.length > 0) reasons.push({ code: 'import-column-unknown', columns: unknown });
	if (twice.length > 0) reasons.push({ code: 'import-column-twice', columns: twice });
	if (unnamed.length > 0) reasons.push({ code: 'import-column-unnamed', cells: unnamed });
	if (reasons.length === 0 && (elements.length === 0 || !keys.some(isKey)))
		reasons.push({ code: 'import-no-columns' });
	return { header: { code: keys.indexOf('code'), owner: keys.indexOf('owner'), elements }, reasons };
}
