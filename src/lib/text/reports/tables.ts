import type { Cell, ReportItem, ReportLine, ReportRisk, ReportTable } from '#lib/domain/reports/facts.ts';
import { dayText, latenessText } from '#lib/text/dates.ts';
import { itemStateText } from '#lib/text/item-states.ts';

/** Deliverables or milestones as the portal asks for them. */
export function itemTable(caption: string, items: readonly ReportItem[], done: string): ReportTable {
	return {
		caption,
		head: ['Number', 'Title', 'Lead', 'Due', done, 'Standing'],
		widths: [9, 35, 12, 13, 13, 18],
		none: `${caption}: none to report.`,
		rows: items.map((item) => [
			{ text: item.code, path: item.path, isSample: item.isSample },
			{ text: item.title },
			{ text: item.lead ?? 'nobody' },
			{ text: dayText(item.due) },
			{ text: item.doneOn === null ? forecast(item) : dayText(item.doneOn) },
			{ text: standing(item) }
		])
	};
}

function forecast({ forecastOn }: ReportItem): string {
	return forecastOn === null ? '–' : `forecast ${dayText(forecastOn)}`;
}

function standing({ state, lateDays }: ReportItem): string {
	const { label } = itemStateText(state);
	return lateDays > 0 ? `${label}, ${latenessText(lateDays)}` : label;
}

export function lineTable(caption: string, lines: readonly ReportLine[], none: string): ReportTable {
	return {
		caption,
		head: ['Number', 'What', 'When', 'Where and by whom', 'Reached'],
		widths: [10, 38, 14, 22, 16],
		none,
		rows: lines.map((line) => [
			{ text: line.code, path: line.path, isSample: line.isSample },
			{ text: `${line.kind}: ${line.title}` },
			{ text: line.when },
			{ text: [line.where, line.by].filter((part) => part !== '').join('; ') || '–' },
			{ text: line.reach }
		])
	};
}

export function publicationTable(lines: readonly ReportLine[]): ReportTable {
	return {
		caption: 'Publications',
		head: ['Number', 'Title', 'Where it appeared, licence, DOI', 'When'],
		widths: [10, 42, 34, 14],
		none: '',
		rows: lines.map((line) => [
			{ text: line.code, path: line.path, isSample: line.isSample },
			{ text: line.title },
			{ text: line.about },
			{ text: line.when }
		])
	};
}

export function riskTable(risks: readonly ReportRisk[]): ReportTable {
	return {
		caption: 'Risks',
		head: ['Number', 'Risk', 'Standing', 'Measures', 'State of play'],
		widths: [8, 28, 16, 24, 24],
		none: 'No risk stands in the register.',
		rows: risks.map((risk) => [
			{ text: `R${risk.number}`, path: `/risks/R${risk.number}`, isSample: risk.isSample },
			{ text: risk.description },
			{
				text: [risk.state, risk.level, risk.isForeseen ? 'foreseen' : 'unforeseen']
					.filter((part) => part !== null)
					.join(', ')
			},
			{ text: risk.mitigation || '–' },
			{ text: risk.statement ?? 'nothing written yet' }
		])
	};
}

/** What every line of some kind is missing, each with its page. */
export function lineGaps(lines: readonly ReportLine[]): Cell[] {
	return lines.flatMap(({ code, path, missing }) =>
		missing.length === 0 ? [] : [{ text: `${code} is without ${missing.join(', ')}`, path }]
	);
}

/** What may belong to these months, and is in no report until somebody tells its day. */
export function undatedGaps(lines: readonly ReportLine[]): Cell[] {
	return lines.map(({ code, title, path }) => ({
		text: `${code} ${title}: its date is not known, so it is in no report`,
		path
	}));
}
