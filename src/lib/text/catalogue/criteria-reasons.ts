import type { CheckKind } from '#lib/domain/catalogue/check-kinds.ts';
import type { CriteriaBlock } from '#lib/domain/catalogue/criteria-blocks.ts';
import type { Reason } from '#lib/domain/reasons.ts';
import { countryText } from '#lib/text/countries.ts';
import { dayText } from '#lib/text/dates.ts';
import type { Sentence } from '#lib/text/sentence.ts';
import { partName } from './criteria.ts';
import { ELEMENT_WORDS } from './elements.ts';

/** What a check is called where one is chosen. */
export const CHECK_KIND_WORDS: Readonly<Record<CheckKind, string>> = {
	languages: 'It stands in these languages',
	'local-language': 'It stands in a language of the owner’s country',
	count: 'Their number is within these bounds',
	length: 'Its length in characters is within these bounds',
	'each-assessed': 'Every outcome names its assessment',
	assessable: 'No outcome begins with one of these verbs',
	'hours-per-credit': 'Hours and credits fit the project’s hours per credit',
	parts: 'These parts are filled in',
	'one-of': 'Only these are chosen',
	'in-vocabulary': 'It is chosen from the list',
	https: 'The address begins with https://',
	evidence: 'Evidence stands for it'
};

const SENTENCES: {
	[Code in CriteriaBlock['code']]: (reason: Extract<CriteriaBlock, { code: Code }>) => Sentence;
} = {
	'criteria-empty': () => ({ text: 'The profile asks for nothing.', next: 'Add at least one element.' }),
	'criteria-unchanged': () => ({
		text: 'Nothing was changed, so there is no new version to publish.',
		next: 'Change a rule, or leave the page.'
	}),
	'element-twice': ({ element }) => ({
		text: `${ELEMENT_WORDS[element].label} stands there twice.`,
		next: 'Remove one of the two.'
	}),
	'check-twice': ({ element, check }) => ({
		text: `${ELEMENT_WORDS[element].label} has the check "${CHECK_KIND_WORDS[check]}" twice.`,
		next: 'Keep one of the two.'
	}),
	'check-does-not-fit': ({ element, check }) => ({
		text: `The check "${CHECK_KIND_WORDS[check]}" says nothing of ${ELEMENT_WORDS[element].label}.`,
		next: 'Remove it, or choose another.'
	}),
	'criteria-range-reversed': ({ element, min, max }) => ({
		text: `${ELEMENT_WORDS[element].label}: at least ${min} and at most ${max} cannot both hold.`,
		next: 'Correct one of the two.'
	}),
	'criteria-range-empty': ({ element }) => ({
		text: `${ELEMENT_WORDS[element].label}: a check without a lower or upper bound asks for nothing.`,
		next: 'Enter at least one bound, or remove the check.'
	}),
	'criteria-part-unknown': ({ element, part }) => ({
		text: `${ELEMENT_WORDS[element].label} has no part "${partName(part)}".`,
		next: 'Use the codes named beside the check.'
	}),
	'grace-not-in-future': ({ day }) => ({
		text: `The grace date (${dayText(day)}) is not in the future.`,
		next: 'Give the owners time: enter a day after today.'
	}),
	'national-profile-exists': ({ country }) => ({
		text: `${countryText(country)} has its national profile already.`,
		next: 'Publish a new version of it.'
	}),
	'national-profile-nobody': ({ country }) => ({
		text: `No organisation of the project is in ${countryText(country)}.`,
		next: 'Choose a country of the consortium.'
	})
};

export function isCriteriaBlock(reason: Reason): reason is CriteriaBlock {
	return Object.hasOwn(SENTENCES, reason.code);
}

export function criteriaSentence<Code extends CriteriaBlock['code']>(
	reason: Extract<CriteriaBlock, { code: Code }>
): Sentence {
	const say: (reason: Extract<CriteriaBlock, { code: Code }>) => Sentence = SENTENCES[reason.code];
	return say(reason);
}
