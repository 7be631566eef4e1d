import { csvText } from '#lib/domain/catalogue/export-table.ts';
import { attachment } from '#lib/server/http/send-file.ts';
import { endpoint } from '#lib/server/http/page.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { findImportableRows } from '#lib/server/queries/find-importable-rows.ts';

/** The entries that this person may change, under the columns of the import: edit it, and import it again. */
export const GET = endpoint('catalogue:import', async ({ db, actor, project, now }) => {
	const rows = await findImportableRows(db, actor);
	const record = { type: 'project', id: project.id, label: project.acronym };
	const details = { kind: 'import-columns', entries: rows.length - 1 };
	await db.transaction().execute((db) => recordAudit(db, actor, 'catalogue:export', record, now, details));
	return new Response(csvText(rows), {
		headers: {
			'Content-Type': 'text/csv; charset=utf-8',
			'Content-Disposition': attachment(`${project.slug}-entries.csv`),
			'Cache-Control': 'no-store'
		}
	});
});
