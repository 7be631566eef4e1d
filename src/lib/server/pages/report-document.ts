import type { ChainHead } from '#lib/domain/chain-check.ts';
import type { ReportTable } from '#lib/domain/reports/facts.ts';
import type { Block, WordDocument } from '#lib/server/docx.ts';
import { longDayText } from '#lib/text/dates.ts';
import { scopeText, spanText } from '#lib/text/reports/words.ts';
import type { ReadReport, WrittenSection } from './reports.ts';

interface ToExport {
	report: ReadReport;
	project: { acronym: string; title: string; grantNumber: string | null };
	head: ChainHead;
	exportedAt: string;
}

/** What a report is called, on its page and in its file. */
export function reportTitle({ key, facts }: Pick<ReadReport, 'key' | 'facts'>): string {
	const of = scopeText(key.scope);
	if (key.kind === 'visit') return `Monitoring-visit pack: ${of}`;
	return `Progress report, ${spanText(facts.from, facts.to)}: ${of}`;
}

/** A report as a Word document: what was written or drafted, and under it what the records say. */
export function reportDocument({ report, project, head, exportedAt }: ToExport): WordDocument {
	const { facts, sections } = report;
	const { acronym, title, grantNumber } = project;
	const grant = grantNumber === null ? '' : ` · Grant agreement ${grantNumber}`;
	const name = reportTitle(report);
	const isSample = sections.some(({ tables }) => tables.some(hasSample));
	return {
		title: name,
		author: acronym,
		header: `${acronym}${grant} · ${title}`,
		footer: [
			`Drafted from the records of ${longDayText(facts.today)}.`,
			`Audit trail at ${exportedAt}: event ${head.sequence}, head ${head.hash}`
		],
		blocks: [
			{ kind: 'title', text: name },
			...(isSample
				? [{ kind: 'note', text: 'Contains sample data: records marked so are made up.' } as const]
				: []),
			{
				kind: 'text',
				text: `From ${longDayText(facts.from)} to ${longDayText(facts.to)}, as the records stood on ${longDayText(facts.today)}.`
			},
			...missingBlocks(sections),
			...sections.flatMap(sectionBlocks)
		]
	};
}

const hasSample = ({ rows }: ReportTable) => rows.some((row) => row.some((cell) => cell.isSample === true));

function missingBlocks(sections: readonly WrittenSection[]): Block[] {
	const missing = sections.flatMap(({ title, missing }) => missing.map(({ text }) => `${title}: ${text}.`));
	if (missing.length === 0) return [];
	return [
		{ kind: 'heading', text: 'What is missing' },
		...missing.map((text) => ({ kind: 'item', text }) as const)
	];
}

function sectionBlocks({ title, text, tables, written }: WrittenSection): Block[] {
	return [
		{ kind: 'heading', text: title },
		...(written === null ? [{ kind: 'note', text: 'Drafted from the records.' } as const] : []),
		{ kind: 'text', text },
		...tables.flatMap(tableBlocks)
	];
}

function tableBlocks({ caption, head, widths, rows, none }: ReportTable): Block[] {
	if (rows.length === 0) return none === '' ? [] : [{ kind: 'note', text: none }];
	return [
		{ kind: 'subheading', text: caption },
		{
			kind: 'table',
			head,
			widths,
			rows: rows.map((row) =>
				row.map(({ text, isSample }) => (isSample === true ? `${text} (sample)` : text))
			)
		}
	];
}
