import { isDay } from '#lib/domain/days.ts';
import type { ElementColumn } from './import-columns.ts';
import type { RowReason } from './import-reasons.ts';

/** What a cell says for the field of its column; a field of codes takes several. */
export type CellValue = { fits: true; value: string | string[] } | { fits: false; reason: RowReason };

/** Reads one cell that is not empty; `cell` is its name, such as `C7`. */
export function readCell(
	column: ElementColumn,
	text: string,
	cell: string,
	themes: readonly string[]
): CellValue {
	const place = { column: column.key, cell };
	switch (column.kind) {
		case 'text':
		case 'lines':
			return { fits: true, value: text };
		case 'number':
			return /^\d{1,6}([.,]\d{1,6})?$/.test(text)
				? { fits: true, value: text }
				: { fits: false, reason: { code: 'import-number', text, ...place } };
		case 'whole':
			return /^\d{1,6}$/.test(text)
				? { fits: true, value: text }
				: { fits: false, reason: { code: 'import-whole', text, ...place } };
		case 'day':
			return isDay(text)
				? { fits: true, value: text }
				: { fits: false, reason: { code: 'import-day', text, ...place } };
		case 'choice':
		case 'choices': {
			const choices = column.choices === 'themes' ? themes : column.choices;
			const said = column.kind === 'choice' ? [text] : text.split(/[\n;,|]/).map((one) => one.trim());
			const codes = said.filter((one) => one !== '').map((one) => ({ one, code: codeOf(one, choices) }));
			const wrong = codes.find(({ code }) => code === undefined);
			if (wrong)
				return { fits: false, reason: { code: 'import-choice', text: wrong.one, choices, ...place } };
			const value = codes.flatMap(({ code }) => (code === undefined ? [] : [code]));
			return { fits: true, value: column.kind === 'choice' ? (value[0] ?? '') : [...new Set(value)] };
		}
	}
}

/** Spreadsheets drop the leading zero of `0612`, and people write `cc-by-4.0`. */
function codeOf(text: string, choices: readonly string[]): string | undefined {
	const same = (one: string) => choices.find((choice) => choice.toLowerCase() === one.toLowerCase());
	return same(text) ?? (/^\d{3}$/.test(text) ? same(`0${text}`) : undefined);
}

const NOT_APPLICABLE = /^n\/a\s*(?::\s*([\s\S]*))?$/i;

/** Why the element does not apply, where the cell says so; empty when it gives no reason. */
export function reasonNotApplicable(text: string): string | undefined {
	const found = NOT_APPLICABLE.exec(text);
	return found ? (found[1] ?? '').trim() : undefined;
}

/** `C7`: columns are counted from 0, rows as the spreadsheet does. */
export function cellName(column: number, row: number): string {
	let letters = '';
	for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26))
		letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
	return letters + String(row);
}
