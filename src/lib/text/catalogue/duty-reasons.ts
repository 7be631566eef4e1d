import type { DutyReason } from '#lib/domain/catalogue/duties.ts';
import { dayText } from '#lib/text/dates.ts';
import type { Sentence } from '#lib/text/sentence.ts';

type ByCode = { [Code in DutyReason['code']]: Extract<DutyReason, { code: Code }> };

const SENTENCES: { [Code in keyof ByCode]: (reason: ByCode[Code]) => Sentence } = {
	'duty-entry-gone': ({ entry }) => ({
		text: `${entry} has left the catalogue, and nobody owes it anything.`,
		next: null
	}),
	'duty-person-foreign': ({ bodies }) => ({
		text: 'Only somebody of an awarding body can fill in its entry.',
		next: `Choose a person of ${bodies.join(' or ')}.`
	}),
	'duty-due-passed': ({ dueOn }) => ({
		text: `${dayText(dueOn)} has passed already.`,
		next: 'Choose today or a later day.'
	}),
	'duty-nothing-open': ({ entry }) => ({
		text: `Nothing of that is open in ${entry}.`,
		next: 'Reload the page to see what is.'
	})
};

export function isDutyReason(reason: { code: string }): reason is DutyReason {
	return Object.hasOwn(SENTENCES, reason.code);
}

export function dutySentence(reason: DutyReason): Sentence {
	return sentence(reason.code, reason);
}

function sentence<Code extends keyof ByCode>(code: Code, reason: ByCode[Code]): Sentence {
	return SENTENCES[code](reason);
}
