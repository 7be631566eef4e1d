import { csvText, tableRows } from '#lib/domain/catalogue/export-table.ts';
import { findAlgorithm } from '#lib/server/queries/find-algorithm.ts';
import { listEntriesToExport } from '#lib/server/queries/list-public-entries.ts';
import { xlsxOf } from '#lib/server/xlsx.ts';
import { entryStateText } from '#lib/text/catalogue/entry-states.ts';
import { aboutExport } from './about-export.ts';
import { endpoint } from './page.ts';
import { CSV, headed, XLSX } from './public-export.ts';
import { attachment } from './send-file.ts';

/** Every entry in one table, whatever its state, with the head of the trail at that moment. */
export function internalTable(kind: 'csv' | 'xlsx') {
	return endpoint('catalogue:export', async (request) => {
		const { db, project, today, url } = request;
		const { algorithm } = await findAlgorithm(db, project.id);
		const entries = await listEntriesToExport(db, project.id);
		const about = await aboutExport(request, 'catalogue:export', { kind, entries: entries.length });

		const statusOf = ({ state }: { state: string }) => entryStateText(algorithm, state).label;
		const rows = headed(tableRows({ origin: url.origin, slug: project.slug }, entries, statusOf));
		const body =
			kind === 'csv'
				? csvText([...rows, [], ...about])
				: await xlsxOf([
						{ name: 'Catalogue', rows },
						{ name: 'About', rows: [['About this file', project.acronym], ...about] }
					]);
		return new Response(body, {
			headers: {
				'Content-Type': kind === 'csv' ? CSV : XLSX,
				'Content-Disposition': attachment(`${project.slug}-catalogue-${today}.${kind}`),
				'Cache-Control': 'no-store'
			}
		});
	});
}
