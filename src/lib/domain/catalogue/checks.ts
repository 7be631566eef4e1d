import { fold } from '#lib/domain/fold.ts';
import { textsOf, type EntryFacts, type LearningOutcome, type Texts } from './content.ts';
import type { Check, CriteriaReason, CriteriaSettings } from './criteria.ts';
import {
	codesOf,
	countOf,
	filledParts,
	hasText,
	isFilled,
	isStored,
	plainTextOf,
	valueOf
} from './element-values.ts';
import type { Element } from './elements.ts';
import { VOCABULARIES } from './vocabularies.ts';

interface Range {
	min: number;
	max: number | null;
}

/** Why an element that is there fails a check; `undefined` when it passes, or when the check has nothing to say of it. */
export function failing(
	check: Check,
	element: Element,
	facts: EntryFacts,
	settings: CriteriaSettings
): CriteriaReason | undefined {
	switch (check.kind) {
		case 'languages': {
			const languages = check.languages.filter((language) => !standsIn(language, element, facts));
			return languages.length > 0 ? { code: 'languages-missing', languages } : undefined;
		}
		case 'local-language': {
			const languages = settings.localLanguages[facts.bodies[0]?.country ?? ''] ?? [];
			const passes = languages.length === 0 || languages.some((one) => standsIn(one, element, facts));
			return passes ? undefined : { code: 'local-language-missing', languages };
		}
		case 'count':
			return countReason(countOf(element, facts), check);
		case 'length':
			return lengthReason(lengthOf(element, facts), check);
		case 'each-assessed': {
			const positions = positionsOf(facts, (outcome) => !isFilled(outcome.assessment));
			return positions.length > 0 ? { code: 'outcomes-not-assessed', positions } : undefined;
		}
		case 'assessable': {
			const positions = positionsOf(facts, (outcome) => avoidedVerbs(outcome, check.avoid).length > 0);
			const verbs = [...new Set(outcomesOf(facts).flatMap((one) => avoidedVerbs(one, check.avoid)))];
			return positions.length > 0 ? { code: 'outcomes-not-assessable', positions, verbs } : undefined;
		}
		case 'hours-per-credit':
			return hoursPerCredit(facts, settings);
		case 'parts': {
			const filled = filledParts(element, facts.content);
			const parts = check.parts.filter((part) => !filled.includes(part));
			return parts.length > 0 ? { code: 'parts-missing', parts } : undefined;
		}
		case 'one-of': {
			const value = codesOf(element, facts)?.find((code) => !check.codes.includes(code));
			return value === undefined ? undefined : { code: 'not-one-of', value, codes: check.codes };
		}
		case 'in-vocabulary': {
			const known = VOCABULARIES[element];
			const values = (codesOf(element, facts) ?? []).filter((code) => known && !known.includes(code));
			return values.length > 0 ? { code: 'not-in-vocabulary', values: [...new Set(values)] } : undefined;
		}
		case 'https': {
			const url = valueOf(facts.content.homepage)?.url ?? '';
			return element === 'homepage' && !isHttps(url) ? { code: 'not-https', url } : undefined;
		}
		case 'evidence': {
			const count = facts.evidence[element] ?? 0;
			return count < check.min ? { code: 'evidence-missing', count, min: check.min } : undefined;
		}
	}
}

/** Every text of the element that is there also stands in this language. */
function standsIn(language: string, element: Element, { content }: EntryFacts): boolean {
	if (!isStored(element)) return true;
	return textsOf(element, content)
		.filter(hasText)
		.every((texts: Texts) => isFilled(texts[language]));
}

function countReason(count: number | undefined, { min, max }: Range): CriteriaReason | undefined {
	if (count === undefined) return undefined;
	if (count < min) return { code: 'too-few', count, min };
	return max !== null && count > max ? { code: 'too-many', count, max } : undefined;
}

function lengthReason(length: number | undefined, { min, max }: Range): CriteriaReason | undefined {
	if (length === undefined) return undefined;
	if (length < min) return { code: 'too-short', length, min };
	return max !== null && length > max ? { code: 'too-long', length, max } : undefined;
}

/** Characters of the longest text; `undefined` where there is none. */
function lengthOf(element: Element, { content }: EntryFacts): number | undefined {
	const texts = isStored(element)
		? textsOf(element, content).flatMap((one) => Object.values(one).filter(isFilled))
		: [];
	const plain = plainTextOf(element, content);
	const lengths = [...texts, ...(plain === undefined ? [] : [plain])].map((text) => [...text.trim()].length);
	return lengths.length > 0 ? Math.max(...lengths) : undefined;
}

function outcomesOf({ content }: EntryFacts): readonly LearningOutcome[] {
	return (valueOf(content['learning-outcomes']) ?? []).filter(({ texts }) => hasText(texts));
}

/** Positions as people count them, from 1, of the outcomes that have a text. */
function positionsOf(facts: EntryFacts, fails: (outcome: LearningOutcome) => boolean): number[] {
	return outcomesOf(facts).flatMap((outcome, index) => (fails(outcome) ? [index + 1] : []));
}

/** The verbs to avoid with which a text of the outcome begins, in whatever language it stands. */
function avoidedVerbs(
	{ texts }: LearningOutcome,
	avoid: Readonly<Record<string, readonly string[]>>
): string[] {
	return openingsOf(avoid).flatMap(({ language, verbs }) => {
		const words = wordsOf(texts[language] ?? '');
		return verbs.filter((verb) => words.startsWith(verb.words)).map(({ verb }) => verb);
	});
}

interface Openings {
	language: string;
	verbs: readonly { verb: string; words: string }[];
}

const openings = new WeakMap<object, readonly Openings[]>();

/** The words of verbs, found once for all outcomes that are held against the same rule. */
function openingsOf(avoid: Readonly<Record<string, readonly string[]>>): readonly Openings[] {
	const known = openings.get(avoid);
	if (known) return known;
	const found = Object.entries(avoid).map(([language, verbs]) => ({
		language,
		verbs: verbs.filter(isFilled).map((verb) => ({ verb, words: wordsOf(verb) }))
	}));
	openings.set(avoid, found);
	return found;
}

/** Folded words, each closed by a space, without numbering or bullets before them. */
function wordsOf(text: string): string {
	const words = fold(text).match(/[\p{L}]+/gu) ?? [];
	return words.map((word) => `${word} `).join('');
}

/** Says nothing while one of the two is unknown: asking for both is a matter of parts. */
function hoursPerCredit({ content }: EntryFacts, settings: CriteriaSettings): CriteriaReason | undefined {
	const { hours = null, ects = null } = valueOf(content.workload) ?? {};
	if (hours === null || ects === null) return undefined;
	const { min, max } = settings.hoursPerCredit;
	// Half a thousandth of an hour, for credits such as 0.1 that no binary fraction holds.
	const isInside = hours > 0 && hours >= ects * min - 0.0005 && hours <= ects * max + 0.0005;
	return isInside ? undefined : { code: 'hours-per-credit', hours, ects, min, max };
}

function isHttps(url: string): boolean {
	return /^https:\/\//i.test(url.trim()) && URL.canParse(url.trim());
}
