import type { Cell, ReportItem, ReportLine, ReportRisk, ReportTable } from '#lib/domain/reports/facts.ts';
import { dayText, daysText, latenessText, pastContractText } from '#lib/text/dates.ts';
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
			{ text: dueText(item) },
			{ text: item.doneOn === null ? forecast(item) : dayText(item.doneOn) },
			{ text: standing(item) }
		])
	};
}

function forecast({ forecastOn }: ReportItem): string {
	return forecastOn === null ? '–' : `forecast ${dayText(forecastOn)}`;
}

/** The day of the contract, and the agreed one where it is another. */
function dueText({ contractualOn, due }: ReportItem): string {
	if (contractualOn === null || contractualOn === due) return dayText(due);
	return `${dayText(contractualOn)}, agreed ${dayText(due)}`;
}

function standing(item: ReportItem): string {
	const late = overdueText(item);
	const after = item.doneContractLateDays;
	const done = after > 0 ? `${daysText(after)} after the contract` : null;
	return [itemStateText(item.state).label, late ?? done].filter((part) => part !== null).join(', ');
}

/** By how much an open item is late: by its agreed day or the contract, or null where it is neither. */
export function overdueText({ lateDays, contractLateDays: days, due, agreedBy }: ReportItem): string | null {
	if (lateDays === 0) return days > 0 ? pastContractText({ days, due, agreedBy }) : null;
	return days > lateDays
		? `${latenessText(lateDays)}, ${daysText(days)} past the contract`
		: latenessText(lateDays);
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
