import type { CheckInEvent, LineAnswer, LineKind } from '#lib/domain/check-ins/check-ins.ts';
import type { Period } from '#lib/domain/check-ins/periods.ts';
import type { Standing } from '#lib/domain/check-ins/standing.ts';
import type { Measures } from '#lib/domain/risks/statements.ts';
import { dayText, calendarMonthText } from '#lib/text/dates.ts';

export const ANSWER_TEXT: Readonly<Record<LineAnswer, string>> = {
	'no-change': 'No change',
	'on-track': 'On track',
	'new-forecast': 'New forecast',
	blocked: 'Waits for …',
	done: 'Done'
};

/** The same as what is tapped, short enough for one row on a phone; a risk is told, not kept on track. */
export function chipText(kind: LineKind, answer: LineAnswer): string {
	if (kind === 'risk' && answer === 'on-track') return NOTE_LABEL.risk;
	return CHIP_TEXT[answer];
}

const CHIP_TEXT: Readonly<Record<LineAnswer, string>> = {
	...ANSWER_TEXT,
	'new-forecast': 'New date',
	blocked: 'Waits'
};

export const KIND_TITLES: Readonly<Record<LineKind, string>> = {
	deliverable: 'Deliverables',
	milestone: 'Milestones',
	action: 'Actions',
	entry: 'Catalogue fields owed',
	review: 'Reviews',
	risk: 'Risks'
};

/** What the line of words beside an answer asks for. */
export const NOTE_LABEL: Readonly<Record<LineKind, string>> = {
	deliverable: 'What is new',
	milestone: 'What is new',
	action: 'What came out of it, or what is new',
	entry: 'What is new',
	review: 'What is new',
	risk: 'State of play'
};

/** Whether the measures against a risk were applied, as it is tapped. */
export const MEASURES_CHIPS = [
	{ value: 'yes', label: 'Yes' },
	{ value: 'partly', label: 'Partly' },
	{ value: 'no', label: 'No' }
] as const satisfies readonly { value: Measures; label: string }[];

/** Shape and colour of an answer. */
export const ANSWER_MARK = {
	'no-change': { tone: 'neutral' },
	'on-track': { tone: 'good' },
	'new-forecast': { tone: 'warn' },
	blocked: { tone: 'bad' },
	done: { tone: 'good', shape: 'disc' }
} as const satisfies Record<LineAnswer, object>;

interface StandingText {
	label: string;
	tone: 'neutral' | 'waiting' | 'good' | 'warn' | 'bad' | 'info' | 'late';
}

/** A standing in one or two words, with the tone that gives it shape and colour. */
export const STANDING_TEXT: Readonly<Record<Standing, StandingText>> = {
	awaited: { label: 'Awaited', tone: 'neutral' },
	draft: { label: 'Begun', tone: 'neutral' },
	silent: { label: 'Silent', tone: 'bad' },
	returned: { label: 'Returned', tone: 'warn' },
	reported: { label: 'Reported', tone: 'waiting' },
	nil: { label: 'Nil return', tone: 'waiting' },
	'accepted-country': { label: 'Accepted by country', tone: 'info' },
	'accepted-project': { label: 'Accepted', tone: 'good' },
	locked: { label: 'Locked', tone: 'good' }
};

export const EVENT_TEXT: Readonly<Record<CheckInEvent, string>> = {
	submit: 'sent',
	'report-nil': 'said that there is nothing to report',
	'take-back': 'took it back to correct it',
	return: 'returned',
	'accept-country': 'accepted for the country',
	'accept-project': 'accepted for the project',
	reopen: 'opened again with its period'
};

/** "June 2026"; of other spans the days. */
export function periodText({ startsOn, endsOn }: Pick<Period, 'startsOn' | 'endsOn'>): string {
	const isMonth = startsOn.slice(0, 7) === endsOn.slice(0, 7) && startsOn.endsWith('-01');
	return isMonth ? calendarMonthText(startsOn) : `${dayText(startsOn)} to ${dayText(endsOn)}`;
}

/** "May 26", or the first day of another span. */
export function shortPeriodText(period: Pick<Period, 'startsOn' | 'endsOn'>): string {
	const [month = '', year = ''] = dayText(period.startsOn).split(' ').slice(1);
	return `${month} ${year.slice(2)}`;
}
