import type { EntryContent, StoredElement } from '#lib/domain/catalogue/content.ts';
import type { ElementColumn } from '#lib/domain/catalogue/import-columns.ts';
import { elementFields, type ElementFields } from './element-fields.ts';
import { readElement } from './read-element.ts';

/** What one row says of one element: cells that are filled in, or why the element does not apply. */
export type RowElement = { element: StoredElement } & (
	{ standing: 'not-applicable'; reason: string } | { standing: 'value'; cells: readonly FilledCell[] }
);

export interface FilledCell {
	column: ElementColumn;
	value: string | string[];
}

/** The value of an element with the cells of a row laid over what stands; parts without a cell stay as they are. */
export function mergedValue(
	element: StoredElement,
	cells: readonly FilledCell[],
	content: EntryContent
): unknown {
	const fields = elementFields(element, content);
	for (const { column, value } of cells) {
		const { field, at } = column;
		fields[field] = at === null ? value : withItem(listOf(fields[field]), at, value);
	}
	const ids = element === 'learning-outcomes' ? { outcomeId: outcomeIds(fields) } : {};
	const rows =
		element === 'cohorts' ? { cohortName: padded(listOf(fields['cohortName']), longest(fields)) } : {};
	return readElement(element, { ...fields, ...ids, ...rows });
}

function listOf(field: string | string[] | undefined): string[] {
	return Array.isArray(field) ? field : [];
}

function withItem(list: readonly string[], at: number, value: string | string[]): string[] {
	return padded(list, at + 1).with(at, String(value));
}

function padded(list: readonly string[], length: number): string[] {
	return Array.from({ length: Math.max(length, list.length) }, (_, index) => list[index] ?? '');
}

function longest(fields: ElementFields): number {
	return Math.max(0, ...Object.values(fields).map((field) => listOf(field).length));
}

/** Outcomes keep their ids; those that a file adds get the next free ones. */
function outcomeIds(fields: ElementFields): string[] {
	const ids = padded(listOf(fields['outcomeId']), longest(fields));
	let last = Math.max(0, ...ids.map((id) => Number(/^lo-(\d{1,6})$/.exec(id)?.[1] ?? 0)));
	return ids.map((id) => (id === '' ? `lo-${++last}` : id));
}
