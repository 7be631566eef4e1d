import type { EntryContent } from '#lib/domain/catalogue/content.ts';
import { readCell, reasonNotApplicable } from '#lib/domain/catalogue/import-cells.ts';
import { elementColumn } from '#lib/domain/catalogue/import-columns.ts';
import { elementFields } from './element-fields.ts';

/**
 * The cells of an entry under these keys, so that importing them again changes nothing. What an import would refuse is
 * left empty, which leaves it as it is.
 */
export function exportCells(
	keys: readonly string[],
	content: EntryContent,
	themes: readonly string[]
): Map<string, string> {
	const said = new Set<string>();
	return new Map(
		keys.flatMap((key) => {
			const column = elementColumn(key);
			if (!column) return [];
			const { element, field, at } = column;
			const held = content[element];
			if (held?.standing === 'not-applicable') {
				if (said.has(element)) return [];
				said.add(element);
				return [[key, `n/a: ${held.reason}`] as const];
			}
			const value = elementFields(element, content)[field] ?? '';
			const text = Array.isArray(value) ? (at === null ? value.join('; ') : value[at]) : value;
			const cell = (text ?? '').trim();
			const isReadable =
				cell !== '' && reasonNotApplicable(cell) === undefined && readCell(column, cell, key, themes).fits;
			return isReadable ? [[key, cell] as const] : [];
		})
	);
}
