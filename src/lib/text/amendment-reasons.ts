import type { AmendmentReason } from '#lib/domain/amendments.ts';
import { dayText } from './dates.ts';
import type { Sentence } from './sentence.ts';

export function amendmentSentence(reason: AmendmentReason): Sentence {
	switch (reason.code) {
		case 'amendment-empty':
			return {
				text: 'Nothing in this amendment differs from the plan as it stands.',
				next: 'Change at least one record, or add one.'
			};
		case 'signed-in-future':
			return {
				text: `An amendment is recorded once it is signed: ${dayText(reason.on)} is after today, ${dayText(reason.today)}.`,
				next: 'Give the day on which the last party signed.'
			};
		case 'signed-before-last':
			return {
				text: `Baseline ${reason.number} was signed on ${dayText(reason.last)}, after ${dayText(reason.on)}.`,
				next: 'Record amendments in the order in which they were signed.'
			};
		case 'code-shape':
			return reason.kind === 'milestone'
				? { text: `${reason.item} is no code of a milestone.`, next: 'Write it like MS12.' }
				: {
						text: `${reason.item} is no code of a deliverable of ${reason.workPackage === null ? 'a work package' : `WP${reason.workPackage}`}.`,
						next: `Write it like D${reason.workPackage ?? 4}.6.`
					};
		case 'code-taken':
			return {
				text: `There is a ${reason.item} already, or was one.`,
				next: 'Take the next free code: codes are never used twice.'
			};
		case 'addition-without-due':
			return { text: `${reason.item} has no due date.`, next: 'Give a month or a day.' };
		case 'due-before-start':
			return {
				text: `${reason.item} would be due before the project started on ${dayText(reason.startOn)}.`,
				next: 'Check the year.'
			};
	}
}
