import type { Db } from '#db/schema.ts';
import { scopeKey, type ReportKey } from '#lib/domain/reports/reports.ts';

/** How a report stands in its table. */
export function reportRow({ kind, scope, from, to }: ReportKey) {
	return { kind, scope: scopeKey(scope), fromOn: from, toOn: to ?? '' };
}

/** What somebody wrote in place of the drafts, as it stands now. */
export async function findReportTexts(db: Db, projectId: string, key: ReportKey) {
	const { kind, scope, fromOn, toOn } = reportRow(key);
	return db
		.selectFrom('reportText')
		.innerJoin('report', 'report.id', 'reportText.reportId')
		.leftJoin('person', 'person.id', 'reportText.writtenBy')
		.select(['reportText.section', 'reportText.version', 'reportText.text', 'reportText.writtenAt'])
		.select('person.name as writer')
		.where('report.projectId', '=', projectId)
		.where('report.kind', '=', kind)
		.where('report.scope', '=', scope)
		.where('report.fromOn', '=', fromOn)
		.where('report.toOn', '=', toOn)
		.where('reportText.untilAt', 'is', null)
		.orderBy('reportText.section')
		.execute();
}

export type ReportTextRow = Awaited<ReturnType<typeof findReportTexts>>[number];
