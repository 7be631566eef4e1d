import { csvText, tableRows } from '#lib/domain/catalogue/export-table.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { findAlgorithm } from '#lib/server/queries/find-algorithm.ts';
import { listEntriesToExport } from '#lib/server/queries/list-public-entries.ts';
import { findChainHead } from '#lib/server/queries/verify-chain.ts';
import { xlsxOf } from '#lib/server/xlsx.ts';
import { entryStateText } from '#lib/text/catalogue/entry-states.ts';
import { endpoint } from './page.ts';
import { CSV, headed, XLSX } from './public-export.ts';
import { attachment } from './send-file.ts';

/** Every entry in one table, whatever its state, with the head of the trail at that moment. */
export function internalTable(kind: 'csv' | 'xlsx') {
	return endpoint('catalogue:export', async ({ db, actor, project, now, today, url }) => {
		const { algorithm } = await findAlgorithm(db, project.id);
		const entries = await listEntriesToExport(db, project.id);
		const record = { type: 'project', id: project.id, label: project.acronym };
		const details = { kind, entries: entries.length };
		await db
			.transaction()
			.execute((db) => recordAudit(db, actor, 'catalogue:export', record, now, { details }));
		const head = await findChainHead(db, project.id);

		const statusOf = ({ state }: { state: string }) => entryStateText(algorithm, state).label;
		const rows = headed(tableRows({ origin: url.origin, slug: project.slug }, entries, statusOf));
		const about = [
			['Exported at', now.toISOString()],
			['Events in the audit trail', head.sequence],
			['Head of the audit trail', head.hash]
		];
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
