import type { LogDifference } from '#lib/domain/indicators/log-values.ts';
import type { CountedRecord } from '#lib/domain/outreach/heads.ts';
import { MEASURES, type OutreachMeasure } from '#lib/domain/outreach/measures.ts';
import { numberText } from './indicators.ts';

export const MEASURE_TEXT: Readonly<Record<OutreachMeasure, string>> = {
	events: 'Events',
	'information-days': 'Information days',
	publications: 'Publications',
	'web-and-media': 'Web and media items',
	'people-reached': 'People reached by events and information days',
	visits: 'Visits',
	'staff-exchanges': 'Staff exchanges',
	workshops: 'Workshops',
	trainings: 'Trainings',
	'people-exchanged': 'People on visits and exchanges',
	'people-trained': 'People in workshops and trainings',
	'teachers-trained': 'Teachers in workshops and trainings',
	'students-trained': 'Students in workshops and trainings',
	trainers: 'Trainers of workshops and trainings'
};

const LOG_TEXT: Readonly<Record<CountedRecord, string>> = {
	outreach: 'dissemination log',
	mobility: 'mobility log'
};

export function logText(measure: OutreachMeasure): string {
	return LOG_TEXT[MEASURES[measure].log];
}

/** Address of a log within the project; a record's code follows. */
export function logPath(measure: OutreachMeasure): string {
	return MEASURES[measure].log === 'outreach' ? 'dissemination' : 'dissemination/mobility';
}

/** How claim and log differ, in words and with their tone; null: there is nothing to compare. */
export function differenceText(difference: LogDifference) {
	switch (difference.kind) {
		case 'nothing':
			return null;
		case 'same':
			return { tone: 'good', label: 'The same' } as const;
		case 'unclaimed':
			return { tone: 'waiting', label: 'Not reported yet' } as const;
		case 'open':
			return { tone: 'warn', label: 'Not counted in full' } as const;
		case 'claimed-more':
			return { tone: 'bad', label: `${numberText(difference.by)} more claimed than logged` } as const;
		case 'logged-more':
			return { tone: 'warn', label: `${numberText(difference.by)} more logged than claimed` } as const;
	}
}
