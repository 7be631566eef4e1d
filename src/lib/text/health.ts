import type { Health } from '#lib/domain/health.ts';
import { LONGEST_OVERRIDE_DAYS, type HealthCause, type HealthReason } from '#lib/domain/health-rules.ts';
import { dayText, daysText } from './dates.ts';
import type { Sentence } from './sentence.ts';

export const HEALTH_TEXT = {
	'on-track': { label: 'On track', tone: 'good', shape: 'check' },
	'at-risk': { label: 'At risk', tone: 'warn', shape: 'triangle' },
	late: { label: 'Late', tone: 'late', shape: 'diamond' },
	unknown: { label: 'Unknown', tone: 'neutral', shape: 'broken' }
} as const satisfies Record<Health, { label: string; tone: string; shape: string }>;

/** What a cause of health means, before the items it is about. */
export const HEALTH_CAUSE_TEXT = {
	late: 'Past the agreed date',
	'past-contract': 'Past the day of the contract, within the agreed date',
	'forecast-late': 'Forecast after the agreed date',
	'forecast-passed': 'The forecast has passed',
	'due-soon': 'Due soon and not yet in review',
	'no-date': 'Without a date'
} as const satisfies Record<HealthCause['code'], string>;

/** D4.2 by 12 days. */
export function causedBy(cause: HealthCause): string {
	return cause.days > 0 ? `${cause.item} by ${daysText(cause.days)}` : cause.item;
}

/** The rules as published beside every health; `soonDays` is the quality plan's. */
export function healthRuleTexts(soonDays: number): readonly string[] {
	return [
		'Late: a deliverable or milestone has passed its agreed date and is not submitted or verified.',
		`At risk: the day of the contract has passed, whatever was agreed since; a forecast lies after the agreed date or has passed, or something is due within ${daysText(soonDays)} and not yet in review.`,
		'Unknown: nothing dated is planned, or something open has no date. Unknown is never shown as on track.',
		'On track: none of these.',
		`A judgement may stand beside the rules, with a reason and a day on which it lapses, for ${daysText(LONGEST_OVERRIDE_DAYS)} at most. It never hides what the rules say.`
	];
}

export function healthSentence(reason: HealthReason): Sentence {
	switch (reason.code) {
		case 'override-lapsed':
			return {
				text: 'This judgement would have lapsed already.',
				next: `Choose a day after today, ${dayText(reason.today)}.`
			};
		case 'override-too-long':
			return {
				text: 'A judgement stands for a quarter at most.',
				next: `Choose a day up to ${dayText(reason.last)}; it can be made again then.`
			};
		case 'override-unknown-health':
			return {
				text: '“Unknown” is no judgement.',
				next: 'Choose on track, at risk or late, or let the rules speak.'
			};
	}
}
