import { scopeKey, monthsKey, type ReportKind } from '#lib/domain/reports/reports.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import { WriteReport } from '#lib/schemas/reports.ts';
import { writeReport } from '#lib/server/commands/write-report.ts';
import { action } from '#lib/server/http/action.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { SECTION_TEXT } from '#lib/text/reports/words.ts';
import { reportTitle } from './report-document.ts';
import { ofQuery, readKey, readReport } from './reports.ts';

/** A report as its page shows it. */
export async function reportPage(request: ProjectRequest, kind: ReportKind) {
	const { project, url } = request;
	const report = await readReport(request, kind);
	if (!report) return undefined;
	const { key, sections, facts, mayEdit } = report;
	const root = `/${project.slug}/reports`;
	const query = ofQuery(key.scope);
	const file =
		kind === 'visit'
			? `${root}/visit/${scopeKey(key.scope)}/pack.docx`
			: `${root}/${monthsKey(facts.from, facts.to)}/report.docx${query}`;
	return {
		title: reportTitle(report),
		kind,
		asOf: facts.today,
		from: facts.from,
		to: facts.to,
		sections,
		mayEdit,
		file,
		/** Kept in the address of the form, for the report is not known by its path alone. */
		query: kind === 'visit' || query === '' ? '' : `&${query.slice(1)}`,
		editing: mayEdit ? url.searchParams.get('edit') : null,
		timeZone: project.timeZone
	};
}

/** Writes a section of a report in place of its draft. */
export function writeAction(kind: ReportKind) {
	return action('report:edit', WriteReport, async (request, input) => {
		const { db, actor, now } = request;
		const key = await readKey(request, kind);
		if (key === undefined) throw new NotFound();
		await writeReport(db, actor, key, input, now);
		return { flash: 'report-written', label: SECTION_TEXT[input.section] };
	});
}
