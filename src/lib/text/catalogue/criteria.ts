import type { Check, CriteriaReason, CriteriaRule } from '#lib/domain/catalogue/criteria.ts';
import { languageName } from './vocabularies.ts';

const PART_WORDS: Readonly<Record<string, string>> = {
	hours: 'hours',
	ects: 'ECTS credits',
	eqf: 'EQF level',
	cycle: 'cycle of the QF-EHEA',
	'eqf-or-cycle': 'EQF level or cycle',
	national: 'national level',
	type: 'type',
	text: 'explanation',
	texts: 'text',
	'entry-codes': 'entries required before',
	'part-of': 'entries it is part of',
	url: 'address',
	'checked-on': 'day it was opened',
	uri: 'ESCO term of every skill',
	'starts-on': 'first day of every cohort',
	'ends-on': 'last day of every cohort',
	enrolled: 'learners enrolled in every cohort',
	completed: 'learners who completed every cohort'
};

export function partName(part: string): string {
	return Object.hasOwn(PART_WORDS, part) ? (PART_WORDS[part] ?? part) : part;
}

/** Why an element is weak, with what to do: shown beside its field, in gates and in the matrix. */
export function criteriaReasonText(reason: CriteriaReason): string {
	switch (reason.code) {
		case 'languages-missing':
			return `Not there in ${listed(reason.languages.map(languageName))}. Add the text.`;
		case 'local-language-missing':
			return `Not there in a language of the country. Add it in ${listed(reason.languages.map(languageName), 'or')}.`;
		case 'too-few':
			return `${reason.count} of at least ${reason.min}. Add ${reason.min - reason.count} more.`;
		case 'too-many':
			return `${reason.count}, and at most ${reason.max} are allowed. Join or remove ${reason.count - reason.max}.`;
		case 'too-short':
			return `${characters(reason.length)}; at least ${reason.min} are asked for.`;
		case 'too-long':
			return `${characters(reason.length)}; at most ${reason.max} are allowed.`;
		case 'outcomes-not-assessed':
			return `${outcomes(reason.positions)} without an assessment. Choose how each is assessed.`;
		case 'outcomes-not-assessable':
			return `${outcomes(reason.positions)} cannot be assessed as written (${reason.verbs.join(', ')}). Begin with what the learner does.`;
		case 'hours-per-credit':
			return `${reason.hours} hours for ${reason.ects} ECTS. A credit stands for ${reason.min} to ${reason.max} hours here.`;
		case 'parts-missing':
			return `Still to fill in: ${listed(reason.parts.map(partName))}.`;
		case 'not-one-of':
			return `${reason.value} is not one of ${listed(reason.codes, 'or')}.`;
		case 'not-in-vocabulary':
			return `Not in the list to choose from: ${reason.values.join(', ')}.`;
		case 'not-https':
			return 'The address has to begin with https:// and be complete.';
		case 'evidence-missing':
			return `${reason.count} of ${reason.min} pieces of evidence. Add what proves it.`;
		case 'may-not-be-left-out':
			return 'A reason was given why it does not apply, but this profile asks for it. Fill it in.';
	}
}

/** meets v1 · fails v2 on 3 points. */
export function verdictText(failed: number, version: number): string {
	if (failed === 0) return `meets v${version}`;
	return `fails v${version} on ${failed === 1 ? '1 point' : `${failed} points`}`;
}

/** What a check asks for, as a part of the sentence "Weak unless …". */
export function checkText(check: Check): string {
	switch (check.kind) {
		case 'languages':
			return `it stands in ${listed(check.languages.map(languageName))}`;
		case 'local-language':
			return 'it stands in a language of the country of the owner';
		case 'count':
			return range('there are', 'of them', check);
		case 'length':
			return range('it has', 'characters', check);
		case 'each-assessed':
			return 'every outcome names its assessment';
		case 'assessable':
			return assessableText(Object.keys(check.avoid).filter((language) => check.avoid[language]?.length));
		case 'hours-per-credit':
			return "hours and credits fit the project's hours per credit";
		case 'parts':
			return `these are filled in: ${listed(check.parts.map(partName))}`;
		case 'one-of':
			return `it is one of ${listed(check.codes, 'or')}`;
		case 'in-vocabulary':
			return 'it is chosen from the list';
		case 'https':
			return 'the address begins with https://';
		case 'evidence':
			return check.min === 1
				? 'a piece of evidence stands for it'
				: `${check.min} pieces of evidence stand for it`;
	}
}

function range(subject: string, what: string, { min, max }: { min: number; max: number | null }): string {
	const amount = max === null ? `at least ${min}` : min === max ? `exactly ${min}` : `${min} to ${max}`;
	return `${subject} ${amount} ${what}`;
}

function characters(length: number): string {
	return length === 1 ? '1 character' : `${length} characters`;
}

function outcomes(positions: readonly number[]): string {
	return `${positions.length === 1 ? 'Outcome' : 'Outcomes'} ${listed(positions.map(String))}`;
}

/** `a, b and c`. */
function listed(words: readonly string[], last: 'and' | 'or' = 'and'): string {
	const [end = '', ...before] = [...words].reverse();
	return before.length === 0 ? end : `${before.reverse().join(', ')} ${last} ${end}`;
}

/** A language without a list is not judged, and the rule says so. */
function assessableText(languages: readonly string[]): string {
	if (languages.length === 0)
		return 'every outcome can be assessed, but no verbs are listed: no language is judged';
	const judged = listed(languages.map(languageName));
	return `every outcome begins with something that can be assessed; judged in ${judged}, in no other language`;
}

/** A rule in one line, where it is folded. */
export function ruleSummary({ weight, mayBeNotApplicable, checks }: CriteriaRule): string {
	return [
		`Weight ${weight}`,
		...(mayBeNotApplicable ? ['may be left out with a reason'] : []),
		checks.length === 0 ? 'complete when it is there' : `weak unless ${checks.map(checkText).join('; ')}`
	].join(' · ');
}
