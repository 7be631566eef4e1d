import * as v from 'valibot';
import { isBlank } from '#lib/domain/catalogue/canonical.ts';
import type { ElementValues, EntryContent, StoredElement } from '#lib/domain/catalogue/content.ts';
import { ELEMENT_CODES } from '#lib/domain/catalogue/elements.ts';

const text = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most, `At most ${most} characters.`));
const texts = (most: number) =>
	v.pipe(
		v.record(v.pipe(v.string(), v.regex(/^[a-z]{2,3}$/, 'A language is written like en.')), text(most)),
		v.transform((all) => Object.fromEntries(Object.entries(all).filter(([, one]) => one !== '')))
	);
const day = v.nullable(v.pipe(v.string(), v.isoDate('A day is written like 2026-06-15.')));
const count = v.nullable(
	v.pipe(
		v.number('Enter a whole number.'),
		v.integer('Enter a whole number.'),
		v.minValue(0),
		v.maxValue(100_000)
	)
);
const codes = v.pipe(v.array(text(80)), v.maxLength(60));

const LearningOutcome = v.object({ id: text(60), texts: texts(1000), assessment: v.nullable(text(80)) });
const Cohort = v.object({ name: text(120), startsOn: day, endsOn: day, enrolled: count, completed: count });
const positive = (most: number) =>
	v.nullable(
		v.pipe(v.number('Enter a number.'), v.minValue(0, 'Not below 0.'), v.maxValue(most, `At most ${most}.`))
	);

/** The value of each element, as stored and as sent by the editor. */
export const ELEMENT_SCHEMAS = {
	title: texts(300),
	'learning-outcomes': v.pipe(
		v.array(LearningOutcome),
		v.maxLength(20, 'At most 20 learning outcomes.'),
		v.transform((all) => all.filter(({ texts, assessment }) => assessment !== null || !isBlank(texts)))
	),
	workload: v.object({ hours: positive(10_000), ects: positive(300) }),
	level: v.object({
		eqf: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(8))),
		cycle: v.nullable(v.picklist(['short', 'first', 'second', 'third'])),
		national: text(120)
	}),
	assessment: codes,
	participation: codes,
	'quality-assurance': v.object({ type: text(80), text: text(2000) }),
	prerequisites: v.object({ texts: texts(2000), entryCodes: codes }),
	supervision: text(2000),
	grading: text(1000),
	stackability: v.object({ texts: texts(2000), partOf: codes }),
	'further-information': texts(4000),
	description: texts(8000),
	'isced-f': text(10),
	languages: codes,
	licence: text(80),
	homepage: v.object({ url: text(2000), checkedOn: day }),
	contact: text(300),
	skills: v.pipe(v.array(v.object({ label: text(200), uri: v.nullable(text(2000)) })), v.maxLength(40)),
	theme: text(80),
	sdgs: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(17))), v.maxLength(17)),
	'target-group': texts(2000),
	need: texts(4000),
	programmes: v.pipe(v.array(text(300)), v.maxLength(40)),
	cohorts: v.pipe(v.array(Cohort), v.maxLength(60))
} as const satisfies { [E in StoredElement]: v.GenericSchema<unknown, ElementValues[E]> };

export function isStoredElement(code: string): code is StoredElement {
	return Object.hasOwn(ELEMENT_SCHEMAS, code);
}

/** The elements that people fill in, in the order of the editor. */
export const STORED_ELEMENTS: readonly StoredElement[] = ELEMENT_CODES.filter(isStoredElement);

const held = <S extends v.GenericSchema>(value: S) =>
	v.optional(
		v.variant('standing', [
			v.object({ standing: v.literal('value'), value }),
			v.object({ standing: v.literal('not-applicable'), reason: text(1000) })
		])
	);

export const ContentSchema: v.GenericSchema<unknown, EntryContent> = v.object({
	title: held(ELEMENT_SCHEMAS.title),
	'learning-outcomes': held(ELEMENT_SCHEMAS['learning-outcomes']),
	workload: held(ELEMENT_SCHEMAS.workload),
	level: held(ELEMENT_SCHEMAS.level),
	assessment: held(ELEMENT_SCHEMAS.assessment),
	participation: held(ELEMENT_SCHEMAS.participation),
	'quality-assurance': held(ELEMENT_SCHEMAS['quality-assurance']),
	prerequisites: held(ELEMENT_SCHEMAS.prerequisites),
	supervision: held(ELEMENT_SCHEMAS.supervision),
	grading: held(ELEMENT_SCHEMAS.grading),
	stackability: held(ELEMENT_SCHEMAS.stackability),
	'further-information': held(ELEMENT_SCHEMAS['further-information']),
	description: held(ELEMENT_SCHEMAS.description),
	'isced-f': held(ELEMENT_SCHEMAS['isced-f']),
	languages: held(ELEMENT_SCHEMAS.languages),
	licence: held(ELEMENT_SCHEMAS.licence),
	homepage: held(ELEMENT_SCHEMAS.homepage),
	contact: held(ELEMENT_SCHEMAS.contact),
	skills: held(ELEMENT_SCHEMAS.skills),
	theme: held(ELEMENT_SCHEMAS.theme),
	sdgs: held(ELEMENT_SCHEMAS.sdgs),
	'target-group': held(ELEMENT_SCHEMAS['target-group']),
	need: held(ELEMENT_SCHEMAS.need),
	programmes: held(ELEMENT_SCHEMAS.programmes),
	cohorts: held(ELEMENT_SCHEMAS.cohorts)
});

interface StoredRow {
	element: string;
	standing: 'value' | 'not-applicable' | 'empty';
	value: string;
	reason: string;
}

/** The content of one entry from the rows of its elements at one moment. */
export function parseContent(rows: readonly StoredRow[]): EntryContent {
	const standing = rows.filter((row) => row.standing !== 'empty');
	return v.parse(
		ContentSchema,
		Object.fromEntries(
			standing.map(({ element, standing, value, reason }) => [
				element,
				standing === 'value' ? { standing, value: parsed(value) } : { standing, reason }
			])
		)
	);
}

function parsed(value: string): unknown {
	return JSON.parse(value);
}
