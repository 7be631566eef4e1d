import type { PlanReason } from '#lib/domain/plan-rules.ts';
import { monthText } from './dates.ts';
import type { Sentence } from './sentence.ts';

export function planSentence(reason: PlanReason): Sentence {
	switch (reason.code) {
		case 'months-reversed':
			return {
				text: `It cannot end in ${monthText(reason.to)} before it starts in ${monthText(reason.from)}.`,
				next: 'Exchange the two months, or correct one of them.'
			};
		case 'month-outside-project':
			return {
				text: `${monthText(reason.month)} is outside the project.`,
				next: `The project runs from M1 to ${monthText(reason.last)}.`
			};
		case 'task-number-shape':
			return {
				text: `${reason.number} is no number of a task of WP${reason.workPackage}.`,
				next: `Write it like T${reason.workPackage}.1.`
			};
		case 'task-number-taken':
			return { text: `There is a task ${reason.number} already.`, next: 'Take the next free number.' };
	}
}
