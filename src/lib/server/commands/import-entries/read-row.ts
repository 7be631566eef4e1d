import type { StoredElement } from '#lib/domain/catalogue/content.ts';
import { cellName, readCell, reasonNotApplicable } from '#lib/domain/catalogue/import-cells.ts';
import type { Header } from '#lib/domain/catalogue/import-header.ts';
import type { RowReason } from '#lib/domain/catalogue/import-reasons.ts';
import type { FilledCell, RowElement } from '#lib/schemas/catalogue/import-row.ts';
import type { Sheet } from '#lib/server/spreadsheets/sheet.ts';

export interface ReadRow {
	number: number;
	code: string;
	owner: string;
	elements: readonly RowElement[];
	refused: readonly RowReason[];
}

/** One line of the sheet as far as it can be understood without the project's entries. Empty cells say nothing. */
export function readRow(
	{ number, cells }: Sheet['rows'][number],
	header: Header,
	themes: readonly string[]
): ReadRow {
	const byElement = new Map<StoredElement, Said[]>();
	for (const { at, column } of header.elements) {
		const text = cells[at] ?? '';
		if (text === '') continue;
		const said = byElement.get(column.element) ?? [];
		byElement.set(column.element, [...said, { column, text, cell: cellName(at, number) }]);
	}
	const read = [...byElement].map(([element, said]) => readSaid(element, said, themes));
	return {
		number,
		code: (cells[header.code] ?? '').toUpperCase(),
		owner: cells[header.owner] ?? '',
		elements: read.flatMap((one) => ('refused' in one ? [] : [one])),
		refused: read.flatMap((one) => ('refused' in one ? one.refused : []))
	};
}

interface Said {
	column: Header['elements'][number]['column'];
	text: string;
	cell: string;
}

function readSaid(
	element: StoredElement,
	said: readonly Said[],
	themes: readonly string[]
): RowElement | { refused: RowReason[] } {
	const left = said.flatMap((one) => {
		const reason = reasonNotApplicable(one.text);
		return reason === undefined ? [] : [{ ...one, reason }];
	});
	const [first] = left;
	if (first) {
		const place = { column: first.column.key, cell: first.cell };
		if (said.length > 1) return { refused: [{ code: 'import-mixed', ...place }] };
		if (first.reason === '') return { refused: [{ code: 'import-reason-needed', ...place }] };
		return { element, standing: 'not-applicable', reason: first.reason };
	}
	const cells: FilledCell[] = [];
	const refused: RowReason[] = [];
	for (const { column, text, cell } of said) {
		const read = readCell(column, text, cell, themes);
		if (read.fits) cells.push({ column, value: read.value });
		else refused.push(read.reason);
	}
	return refused.length > 0 ? { refused } : { element, standing: 'value', cells };
}
