import { error } from '@sveltejs/kit';
import type { ReportKind } from '#lib/domain/reports/reports.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { reportLabel } from '#lib/server/commands/write-report.ts';
import { docxOf } from '#lib/server/docx.ts';
import { reportDocument } from '#lib/server/pages/report-document.ts';
import { readReport } from '#lib/server/pages/reports.ts';
import { findGrantNumber } from '#lib/server/queries/find-grant-number.ts';
import { findChainHead } from '#lib/server/queries/verify-chain.ts';
import { scopeKey } from '#lib/domain/reports/reports.ts';
import { endpoint } from './page.ts';
import { attachment } from './send-file.ts';

const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A report as a Word document, as far as the reader may see it, with the head of the trail at that moment. */
export function reportFile(kind: ReportKind) {
	return endpoint('report:read', async (request) => {
		const { db, actor, project, now } = request;
		const report = await readReport(request, kind);
		if (!report) error(404, 'Not found');
		const { key } = report;
		const label = reportLabel(key);
		await db
			.transaction()
			.execute((db) =>
				recordAudit(db, actor, 'report:export', { type: 'report', id: null, label }, now, { kind: 'docx' })
			);
		const document = reportDocument({
			report,
			project: { ...project, grantNumber: await findGrantNumber(db, project.id) },
			head: await findChainHead(db, project.id),
			exportedAt: now.toISOString()
		});
		const of = scopeKey(key.scope).toLowerCase();
		const name = [
			project.slug,
			kind === 'visit' ? 'visit' : `${key.from.slice(0, 7)}-to-${(key.to ?? key.from).slice(0, 7)}`,
			of,
			'report'
		]
			.filter((part) => part !== '')
			.join('-');
		return new Response(await docxOf(document), {
			headers: {
				'Content-Type': DOCX,
				'Content-Disposition': attachment(`${name}.docx`),
				'Cache-Control': 'no-store'
			}
		});
	});
}
