import type { Element } from './elements.ts';

/** A text in several languages, by ISO 639-1 code; languages without a text are left out. */
export type Texts = Readonly<Record<string, string>>;

export interface LearningOutcome {
	/** Stays the same while the wording changes. */
	id: string;
	texts: Texts;
	/** Code of an assessment type; null: not said yet. */
	assessment: string | null;
}

/** Dates are days; null: not known yet. Counts are whole people; null: not counted, 0: nobody. */
export interface Cohort {
	name: string;
	startsOn: string | null;
	endsOn: string | null;
	enrolled: number | null;
	completed: number | null;
}

/** What each element holds. `country` and `awarding-body` follow from the organisations and are never stored. */
export interface ElementValues {
	title: Texts;
	'learning-outcomes': readonly LearningOutcome[];
	/** Hours of a typical learner, and ECTS credits. */
	workload: { hours: number | null; ects: number | null };
	/** EQF 1 to 8, cycle of the QF-EHEA, national level as the country writes it. */
	level: { eqf: number | null; cycle: 'short' | 'first' | 'second' | 'third' | null; national: string };
	/** Codes of types of assessment of the whole. */
	assessment: readonly string[];
	/** `online`, `onsite`, `blended`. */
	participation: readonly string[];
	/** Code of the type of quality assurance, and what there is to say of it. */
	'quality-assurance': { type: string; text: string };
	prerequisites: { texts: Texts; entryCodes: readonly string[] };
	supervision: string;
	grading: string;
	stackability: { texts: Texts; partOf: readonly string[] };
	'further-information': Texts;
	description: Texts;
	/** ISCED-F 2013 detailed field, four digits. */
	'isced-f': string;
	languages: readonly string[];
	/** SPDX-like code of a licence, `CC-BY-4.0`. */
	licence: string;
	/** `checkedOn`: the day somebody opened it and it answered. */
	homepage: { url: string; checkedOn: string | null };
	contact: string;
	/** ESCO uri where there is one, otherwise a free tag. */
	skills: readonly { label: string; uri: string | null }[];
	theme: string;
	/** Numbers of the Sustainable Development Goals. */
	sdgs: readonly number[];
	'target-group': Texts;
	need: Texts;
	programmes: readonly string[];
	cohorts: readonly Cohort[];
}

export type StoredElement = keyof ElementValues;

export type Held<Value> =
	| { standing: 'value'; value: Value }
	/** Left out on purpose, with a reason. */
	| { standing: 'not-applicable'; reason: string };

/** An entry's content; elements that were never filled in, or emptied, are left out. */
export type EntryContent = { readonly [E in StoredElement]?: Held<ElementValues[E]> | undefined };

/** An awarding body as the rules see it: the owner first. */
export interface AwardingBody {
	organisationId: string;
	acronym: string;
	name: string;
	country: string;
}

/** Everything the criteria look at. */
export interface EntryFacts {
	content: EntryContent;
	bodies: readonly AwardingBody[];
	/** Standing pieces of evidence by element. */
	evidence: Readonly<Partial<Record<Element, number>>>;
}

/** The texts an element holds, whatever its shape; empty for elements without languages. */
export function textsOf(element: StoredElement, content: EntryContent): readonly Texts[] {
	switch (element) {
		case 'title':
		case 'description':
		case 'target-group':
		case 'need':
		case 'further-information': {
			const held = content[element];
			return held?.standing === 'value' ? [held.value] : [];
		}
		case 'learning-outcomes': {
			const held = content[element];
			return held?.standing === 'value' ? held.value.map(({ texts }) => texts) : [];
		}
		case 'prerequisites':
		case 'stackability': {
			const held = content[element];
			return held?.standing === 'value' ? [held.value.texts] : [];
		}
		default:
			return [];
	}
}
