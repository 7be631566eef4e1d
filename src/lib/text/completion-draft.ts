import type { Day } from '#lib/domain/days.ts';
import { coverageText } from './values.ts';
import type { Coverage } from '#lib/domain/values.ts';
import { calendarMonthText, dayText, longDayText } from './dates.ts';

export interface CompletionFacts {
	number: number;
	title: string;
	period: { number: number; startsOn: Day; endsOn: Day };
	/** Deliverables accepted or submitted and milestones verified, with their days. */
	outputs: readonly {
		code: string;
		title: string;
		result: 'accepted' | 'submitted' | 'achieved';
		on: Day | null;
	}[];
	/** What organisations wrote of the work package in check-ins that were accepted, the oldest first. */
	texts: readonly { acronym: string; periodStartsOn: Day; text: string }[];
	/** Items that are not finished, with what is in their way. */
	open: readonly { name: string; text: string }[];
	/** Of the check-ins asked for in the period. */
	coverage: Coverage | null;
	asOf: Day;
}

const RESULT = {
	accepted: 'accepted',
	submitted: 'submitted, not yet accepted',
	achieved: 'achieved'
} as const;

/** A first text of how far a work package is, from nothing but records: to be edited by who declares it. */
export function completionDraft(facts: CompletionFacts): string {
	const { number, title, period, outputs, texts, open, coverage, asOf } = facts;
	const head = `Work package ${number}, ${title}. Reporting period ${period.number}, ${longDayText(period.startsOn)} to ${longDayText(period.endsOn)}; as of ${longDayText(asOf)}.`;
	const results = outputs.map(
		({ code, title, result, on }) =>
			`${code} ${title}: ${RESULT[result]}${on === null ? '' : ` on ${dayText(on)}`}.`
	);
	const work = texts.map(
		({ acronym, periodStartsOn, text }) =>
			`${acronym}, ${calendarMonthText(periodStartsOn)}: ${oneLine(text)}`
	);
	return [
		head,
		section('Results', results, 'Nothing was accepted, submitted or achieved in this period.'),
		section('Work carried out', work, 'No accepted check-in says anything of this work package.'),
		section(
			'Not complete',
			open.map(({ name, text }) => `${name}: ${text}.`),
			'Nothing is open.'
		),
		...(coverage === null ? [] : [`Sources: check-ins accepted so far; ${coverageText(coverage)}.`])
	].join('\n\n');
}

function section(title: string, lines: readonly string[], none: string): string {
	return [title, ...(lines.length > 0 ? lines : [none])].join('\n');
}

function oneLine(text: string): string {
	return text.trim().replaceAll(/\s+/g, ' ');
}
