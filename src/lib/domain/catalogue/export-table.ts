import { entryAddress, type Where } from './export-addresses.ts';
import { textIn, valueOf, type PublicEntry } from './public-entry.ts';

export type TableCell = string | number | null;

/** What a table of the catalogue has columns for; the languages of the titles come after. */
export const TABLE_COLUMNS = [
	'code',
	'title',
	'status',
	'awarding-bodies',
	'countries',
	'theme',
	'hours',
	'ects',
	'eqf',
	'national-level',
	'languages',
	'participation',
	'assessment',
	'isced-f',
	'sdgs',
	'licence',
	'homepage',
	'learning-outcomes',
	'description',
	'published-on',
	'address',
	'note'
] as const;

/** One row for each entry, under a head of codes. */
export function tableRows(
	where: Where,
	entries: readonly PublicEntry[],
	statusOf: (entry: PublicEntry) => string
): TableCell[][] {
	return [[...TABLE_COLUMNS], ...entries.map((entry) => rowOf(where, entry, statusOf))];
}

function rowOf(where: Where, entry: PublicEntry, statusOf: (entry: PublicEntry) => string): TableCell[] {
	const { content, bodies } = entry;
	const list = (all: readonly (string | number)[] | undefined) => (all ?? []).join('; ');
	const inEnglish = (texts: Readonly<Record<string, string>> | undefined) =>
		textIn(texts ?? {}, 'en')?.text ?? '';
	const workload = valueOf(content, 'workload');
	const level = valueOf(content, 'level');
	const outcomes = (valueOf(content, 'learning-outcomes') ?? []).map(({ texts }) => inEnglish(texts));
	const cells: Record<(typeof TABLE_COLUMNS)[number], TableCell> = {
		code: entry.code,
		title: entry.title,
		status: statusOf(entry),
		'awarding-bodies': list(bodies.map(({ name }) => name)),
		countries: list([...new Set(bodies.map(({ country }) => country))]),
		theme: entry.theme ?? '',
		hours: workload?.hours ?? null,
		ects: workload?.ects ?? null,
		eqf: level?.eqf ?? null,
		'national-level': level?.national ?? '',
		languages: list(valueOf(content, 'languages')),
		participation: list(valueOf(content, 'participation')),
		assessment: list(valueOf(content, 'assessment')),
		'isced-f': valueOf(content, 'isced-f') ?? '',
		sdgs: list(valueOf(content, 'sdgs')),
		licence: valueOf(content, 'licence') ?? '',
		homepage: valueOf(content, 'homepage')?.url ?? '',
		'learning-outcomes': outcomes.join('\n'),
		description: inEnglish(valueOf(content, 'description')),
		'published-on': entry.publicSince.slice(0, 10),
		address: entry.publicSince === '' ? '' : entryAddress(where, entry),
		note: entry.isSample ? 'Sample data' : ''
	};
	return TABLE_COLUMNS.map((column) => cells[column]);
}

/** With the mark that tells spreadsheets it is UTF-8. */
export function csvText(rows: readonly (readonly TableCell[])[]): string {
	return `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`;
}

/** A text that a spreadsheet would run as a formula is shown as text. */
export function tame(text: string): string {
	return /^[\s]*[=+\-@]|^[\t\r]/.test(text) ? `'${text}` : text;
}

function csvCell(cell: TableCell): string {
	if (cell === null) return '';
	if (typeof cell === 'number') return String(cell);
	const text = tame(cell);
	return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
