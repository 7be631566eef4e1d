import type { Element } from './elements.ts';

/** What a rule asks of an element that is there; failing any of them makes it weak. */
export type Check =
	/** Every one of these languages has a text. */
	| { kind: 'languages'; languages: readonly string[] }
	/** A text in a language of the owner's country, beside any other. */
	| { kind: 'local-language' }
	| { kind: 'count'; min: number; max: number | null }
	/** Characters of the longest text. */
	| { kind: 'length'; min: number; max: number | null }
	/** Every learning outcome names its assessment. */
	| { kind: 'each-assessed' }
	/** No learning outcome begins with a verb that cannot be assessed; the verbs by language. */
	| { kind: 'assessable'; avoid: Readonly<Record<string, readonly string[]>> }
	/** Hours stand in the project's range of hours per credit. */
	| { kind: 'hours-per-credit' }
	/** These parts of a composed element are filled in. */
	| { kind: 'parts'; parts: readonly string[] }
	/** Every code is one of these. */
	| { kind: 'one-of'; codes: readonly string[] }
	/** Every code is one the element is chosen from, `VOCABULARIES`. */
	| { kind: 'in-vocabulary' }
	| { kind: 'https' }
	/** At least so many pieces of evidence stand for it. */
	| { kind: 'evidence'; min: number };

/** One line of a profile: an element that an entry needs, and when it counts as weak. */
export interface CriteriaRule {
	element: Element;
	weight: number;
	/** May be left out with a reason, and then does not count. */
	mayBeNotApplicable: boolean;
	checks: readonly Check[];
	/** The consortium's own words on why it is asked. */
	why: string;
}

export type CriteriaReason =
	| { code: 'languages-missing'; languages: readonly string[] }
	| { code: 'local-language-missing'; languages: readonly string[] }
	| { code: 'too-few'; count: number; min: number }
	| { code: 'too-many'; count: number; max: number }
	| { code: 'too-short'; length: number; min: number }
	| { code: 'too-long'; length: number; max: number }
	| { code: 'outcomes-not-assessed'; positions: readonly number[] }
	| { code: 'outcomes-not-assessable'; positions: readonly number[]; verbs: readonly string[] }
	| { code: 'hours-per-credit'; hours: number; ects: number; min: number; max: number }
	| { code: 'parts-missing'; parts: readonly string[] }
	| { code: 'not-one-of'; value: string; codes: readonly string[] }
	| { code: 'not-in-vocabulary'; values: readonly string[] }
	| { code: 'not-https'; url: string }
	| { code: 'evidence-missing'; count: number; min: number }
	| { code: 'may-not-be-left-out' };

export const ELEMENT_STANDINGS = ['complete', 'weak', 'missing', 'not-applicable'] as const;
export type ElementStanding = (typeof ELEMENT_STANDINGS)[number];

/** How one element of an entry stands against a profile. */
export interface ElementResult {
	element: Element;
	standing: ElementStanding;
	weight: number;
	/** Why it is weak, or missing although somebody said that it does not apply; empty otherwise. */
	reasons: readonly CriteriaReason[];
	/** Why it does not apply; empty otherwise. */
	notApplicableReason: string;
}

/** What the project sets for all its profiles. */
export interface CriteriaSettings {
	/** Hours of learning per ECTS credit. */
	hoursPerCredit: { min: number; max: number };
	/** Languages in which a country teaches, by ISO 3166 code: `{ KZ: ['kk', 'ru'] }`. */
	localLanguages: Readonly<Record<string, readonly string[]>>;
}
