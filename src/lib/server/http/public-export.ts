import { badgesDocument } from '#lib/domain/catalogue/export-badges.ts';
import { elmDocument } from '#lib/domain/catalogue/export-elm.ts';
import { moochubDocument } from '#lib/domain/catalogue/export-moochub.ts';
import { sortOut, type ExportFormat } from '#lib/domain/catalogue/export-rules.ts';
import { csvText, tableRows, type TableCell } from '#lib/domain/catalogue/export-table.ts';
import type { Where } from '#lib/domain/catalogue/export-addresses.ts';
import type { PublicEntry } from '#lib/domain/catalogue/public-entry.ts';
import { findPublicProject } from '#lib/server/queries/find-public-entry.ts';
import { listPublicEntries } from '#lib/server/queries/list-public-entries.ts';
import { xlsxOf } from '#lib/server/xlsx.ts';
import { COLUMN_TEXT, leftOutLines } from '#lib/text/catalogue/export.ts';
import { ISCED_WORDS } from '#lib/text/catalogue/isced-fields.ts';
import type { VisitorRequest } from './gate.ts';
import { visitorEndpoint } from './page.ts';
import { publicFile } from './public-file.ts';

const JSON_DOCUMENTS = {
	elm: elmDocument,
	moochub: (where: Where, entries: readonly PublicEntry[], leftOut: readonly unknown[]) =>
		moochubDocument(where, entries, leftOut, ISCED_WORDS),
	'open-badges': badgesDocument
} as const;

/** The published catalogue in a format of others. */
export function publicDocument(format: keyof typeof JSON_DOCUMENTS, type: string) {
	return visitorEndpoint(async (request) => {
		const { where, entries, leftOut } = await findExported(request, format);
		const made = JSON_DOCUMENTS[format](where, entries, leftOutLines(leftOut));
		return publicFile(JSON.stringify(made, null, '\t'), type);
	});
}

/** The published catalogue as a table. */
export function publicTable(kind: 'csv' | 'xlsx') {
	return visitorEndpoint(async (request) => {
		const { where, entries } = await findExported(request, 'table');
		const rows = headed(tableRows(where, entries, ({ ended }) => ended ?? 'offered'));
		const name = `${where.slug}-micro-credentials.${kind}`;
		if (kind === 'csv') return publicFile(csvText(rows), CSV, name);
		return publicFile(await xlsxOf([{ name: 'Micro-credentials', rows }]), XLSX, name);
	});
}

export const CSV = 'text/csv; charset=utf-8';
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The head in words. */
export function headed([head = [], ...rows]: readonly (readonly TableCell[])[]): (readonly TableCell[])[] {
	return [head.map((cell) => COLUMN_TEXT[String(cell)] ?? cell), ...rows];
}

/** An unknown project and one that has published nothing have the same empty file: only the address names it. */
async function findExported({ db, url, param }: VisitorRequest, format: ExportFormat) {
	const slug = param('project');
	const project = await findPublicProject(db, slug);
	const all = project ? await listPublicEntries(db, project.id) : [];
	return { where: { origin: url.origin, slug }, ...sortOut(format, all) };
}
