import type { DateMoveReason } from '#lib/domain/date-moves.ts';
import { dayText } from './dates.ts';
import type { Sentence } from './sentence.ts';

export function dateSentence(reason: DateMoveReason): Sentence {
	switch (reason.code) {
		case 'dates-fixed-when-done':
			return {
				text: `${reason.item} was done on ${dayText(reason.doneOn)}; its dates stay as they were.`,
				next: null
			};
		case 'dates-fixed-when-ended':
			return {
				text: `${reason.item} is ${reason.state.replaceAll('-', ' ')} and has no dates to move any more.`,
				next: null
			};
		case 'date-unchanged':
			return {
				text: `${dayText(reason.on)} is the date it has already.`,
				next: 'Choose another date, or leave it as it is.'
			};
		case 'forecast-in-the-past':
			return {
				text: `A forecast cannot lie in the past: ${dayText(reason.on)} is before today, ${dayText(reason.today)}.`,
				next: 'Give the day on which you honestly expect it to be done.'
			};
		case 'slip-reason-unknown':
			return {
				text: 'Choose one of the reasons of the quality plan.',
				next: `They are: ${reason.known.join('; ')}.`
			};
		case 'reference-needed':
			return {
				text: 'An agreed date moves only by a decision.',
				next: 'Give the reference of the decision or of the officer’s answer.'
			};
	}
}
