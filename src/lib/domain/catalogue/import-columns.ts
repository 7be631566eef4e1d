import type { StoredElement } from './content.ts';
import {
	ASSESSMENT_TYPES,
	ISCED_FIELDS,
	LANGUAGE_CODES,
	LICENCES,
	PARTICIPATION_FORMS,
	QF_EHEA_CYCLES,
	QUALITY_ASSURANCE_TYPES,
	SDGS
} from './vocabularies.ts';

/** `choices` are several codes in one cell; `lines` are several texts, one on each line of the cell. */
export type CellKind = 'text' | 'lines' | 'number' | 'whole' | 'day' | 'choice' | 'choices';

/** A column of the spreadsheet: the field of an element's form that its cells fill. */
export interface ElementColumn {
	key: string;
	element: StoredElement;
	/** As the editor's form names it. */
	field: string;
	/** Place in the list, for fields that come several times. */
	at: number | null;
	kind: CellKind;
	/** `themes` are the project's. */
	choices: readonly string[] | 'themes';
}

/** Found by, and given on creation; never changed by a file. */
export const KEY_COLUMNS = ['code', 'owner'] as const;

const MOST_OUTCOMES = 20;
const MOST_COHORTS = 60;

type Spec = readonly [
	element: StoredElement,
	field: string,
	kind?: CellKind,
	choices?: ElementColumn['choices']
];

const SINGLE: Readonly<Record<string, Spec>> = {
	theme: ['theme', 'value', 'choice', 'themes'],
	hours: ['workload', 'hours', 'number'],
	ects: ['workload', 'ects', 'number'],
	eqf: ['level', 'eqf', 'whole'],
	cycle: ['level', 'cycle', 'choice', QF_EHEA_CYCLES],
	'national-level': ['level', 'national'],
	assessment: ['assessment', 'codes', 'choices', ASSESSMENT_TYPES],
	participation: ['participation', 'codes', 'choices', PARTICIPATION_FORMS],
	'quality-assurance.type': ['quality-assurance', 'type', 'choice', QUALITY_ASSURANCE_TYPES],
	'quality-assurance.text': ['quality-assurance', 'text'],
	languages: ['languages', 'codes', 'choices', LANGUAGE_CODES],
	'isced-f': ['isced-f', 'value', 'choice', ISCED_FIELDS],
	sdgs: ['sdgs', 'codes', 'choices', SDGS.map(String)],
	licence: ['licence', 'value', 'choice', LICENCES],
	homepage: ['homepage', 'url'],
	'homepage.checked-on': ['homepage', 'checkedOn', 'day'],
	contact: ['contact', 'value'],
	skills: ['skills', 'lines', 'lines'],
	programmes: ['programmes', 'lines', 'lines'],
	supervision: ['supervision', 'value'],
	grading: ['grading', 'value'],
	'prerequisites.entries': ['prerequisites', 'lines', 'lines'],
	'stackability.part-of': ['stackability', 'lines', 'lines']
};

const IN_LANGUAGES: readonly StoredElement[] = [
	'title',
	'description',
	'target-group',
	'need',
	'prerequisites',
	'stackability',
	'further-information'
];

const COHORT_PARTS: Readonly<Record<string, readonly [field: string, kind: CellKind]>> = {
	name: ['cohortName', 'text'],
	'starts-on': ['cohortStarts', 'day'],
	'ends-on': ['cohortEnds', 'day'],
	enrolled: ['cohortEnrolled', 'whole'],
	completed: ['cohortCompleted', 'whole']
};

/** The column with this key; `undefined` when the catalogue knows none. */
export function elementColumn(key: string): ElementColumn | undefined {
	const single = Object.hasOwn(SINGLE, key) ? SINGLE[key] : undefined;
	if (single) {
		const [element, field, kind = 'text', choices = []] = single;
		return { key, element, field, at: null, kind, choices };
	}
	const [head = '', middle = '', tail, ...more] = key.split('.');
	if (more.length > 0) return undefined;
	if (tail === undefined) {
		const element = IN_LANGUAGES.find((one) => one === head);
		if (!element || !isLanguage(middle)) return undefined;
		return { key, element, field: `text.${middle}`, at: null, kind: 'text', choices: [] };
	}
	if (!/^[1-9]\d?$/.test(middle)) return undefined;
	return head === 'outcome'
		? outcomeColumn(key, Number(middle), tail)
		: head === 'cohort'
			? cohortColumn(key, Number(middle), tail)
			: undefined;
}

function outcomeColumn(key: string, number: number, part: string): ElementColumn | undefined {
	if (number > MOST_OUTCOMES) return undefined;
	const column = { key, element: 'learning-outcomes', at: number - 1 } as const;
	if (part === 'assessment')
		return { ...column, field: 'outcomeAssessment', kind: 'choice', choices: ASSESSMENT_TYPES };
	if (!isLanguage(part)) return undefined;
	return { ...column, field: `outcome.${part}`, kind: 'text', choices: [] };
}

function cohortColumn(key: string, number: number, part: string): ElementColumn | undefined {
	const found = Object.hasOwn(COHORT_PARTS, part) ? COHORT_PARTS[part] : undefined;
	if (!found || number > MOST_COHORTS) return undefined;
	const [field, kind] = found;
	return { key, element: 'cohorts', at: number - 1, field, kind, choices: [] };
}

/** The columns of an empty template, and of an export: with so many outcomes and cohorts. */
export function columnKeys(
	languages: readonly string[],
	most: { outcomes: number; cohorts: number }
): string[] {
	const inLanguages = (element: string) => languages.map((language) => `${element}.${language}`);
	const numbered = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
	return [
		...KEY_COLUMNS,
		...inLanguages('title'),
		'theme',
		...inLanguages('description'),
		...numbered(most.outcomes).flatMap((number) => [
			...inLanguages(`outcome.${number}`),
			`outcome.${number}.assessment`
		]),
		...Object.keys(SINGLE).filter((key) => key !== 'theme'),
		...IN_LANGUAGES.slice(2).flatMap(inLanguages),
		...numbered(most.cohorts).flatMap((number) =>
			Object.keys(COHORT_PARTS).map((part) => `cohort.${number}.${part}`)
		)
	];
}

function isLanguage(code: string): boolean {
	return LANGUAGE_CODES.some((one) => one === code);
}
