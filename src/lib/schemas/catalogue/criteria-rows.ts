import type { CheckDraft, RuleDraft } from '#lib/domain/catalogue/criteria-draft.ts';
import type { Check, CriteriaRule } from '#lib/domain/catalogue/criteria.ts';

const LANGUAGE = /^[a-z]{2,3}$/;
const WHOLE = /^\d{1,6}$/;

/** A rule as typed, read: the rule, or what is wrong with it in a sentence. */
export function readRule(draft: RuleDraft): CriteriaRule | string {
	const { element, mayBeNotApplicable } = draft;
	const why = draft.why.trim();
	const weight = Number(draft.weight);
	if (!WHOLE.test(draft.weight) || weight < 1 || weight > 10)
		return 'A weight is a whole number from 1 to 10.';
	if (why.length > 500) return 'A reason has at most 500 characters.';
	if (draft.checks.length > 12) return 'At most 12 checks for one element.';
	const checks: Check[] = [];
	for (const one of draft.checks) {
		const check = readCheck(one);
		if (typeof check === 'string') return check;
		checks.push(check);
	}
	return { element, weight, mayBeNotApplicable, checks, why };
}

function readCheck(draft: CheckDraft): Check | string {
	const { kind } = draft;
	const words = listed(draft.words);
	if (kind === 'assessable') return readVerbs(draft.words);
	if (words.length > 60 || words.some((word) => word.length > 60))
		return 'A check names at most 60 codes of at most 60 characters.';
	switch (kind) {
		case 'languages':
			if (words.length === 0) return 'Name at least one language, such as en.';
			return words.every((word) => LANGUAGE.test(word))
				? { kind, languages: words }
				: 'A language is written like en.';
		case 'parts':
			return words.length > 0 ? { kind, parts: words } : 'Name at least one part.';
		case 'one-of':
			return words.length > 0 ? { kind, codes: words } : 'Name at least one code.';
		case 'count':
		case 'length': {
			const min = draft.min.trim() === '' ? '0' : draft.min.trim();
			const max = draft.max.trim();
			if (!WHOLE.test(min) || !(max === '' || WHOLE.test(max))) return 'Bounds are whole numbers.';
			return { kind, min: Number(min), max: max === '' ? null : Number(max) };
		}
		case 'evidence': {
			const min = draft.min.trim();
			return WHOLE.test(min) && Number(min) >= 1 && Number(min) <= 20
				? { kind, min: Number(min) }
				: 'Ask for 1 to 20 pieces of evidence.';
		}
		default:
			return { kind };
	}
}

/** One line a language: `en: understand, know`. */
function readVerbs(text: string): Check | string {
	const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
	const avoid: [string, string[]][] = [];
	for (const line of lines) {
		const [, language = '', verbs = ''] = /^\s*([a-z]{2,3})\s*:(.*)$/.exec(line) ?? [];
		const words = listed(verbs);
		if (language === '' || words.length === 0)
			return 'Write one line for each language: en: understand, know';
		if (words.length > 60 || words.some((word) => word.length > 60))
			return 'At most 60 verbs a language, each of at most 60 characters.';
		avoid.push([language, words]);
	}
	if (avoid.length === 0) return 'Name the verbs to avoid: en: understand, know';
	return { kind: 'assessable', avoid: Object.fromEntries(avoid) };
}

function listed(text: string): string[] {
	const words = text.split(/[,\n]/).map((word) => word.trim());
	return [...new Set(words.filter((word) => word !== ''))];
}
