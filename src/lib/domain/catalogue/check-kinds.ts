import type { Check } from './criteria.ts';
import { ELEMENT_PARTS } from './element-values.ts';
import type { Element } from './elements.ts';
import { VOCABULARIES } from './vocabularies.ts';

export type CheckKind = Check['kind'];

const IN_LANGUAGES: readonly Element[] = [
	...(['title', 'learning-outcomes', 'prerequisites', 'stackability', 'further-information'] as const),
	...(['description', 'target-group', 'need'] as const)
];
const COUNTED: readonly Element[] = [
	...(['learning-outcomes', 'assessment', 'participation', 'languages', 'skills', 'sdgs'] as const),
	...(['programmes', 'cohorts', 'awarding-body', 'country'] as const)
];
const MEASURED: readonly Element[] = [
	...IN_LANGUAGES,
	...(['supervision', 'grading', 'contact', 'quality-assurance', 'isced-f'] as const)
];
const CODED: readonly Element[] = [
	...(['learning-outcomes', 'assessment', 'participation', 'languages', 'sdgs', 'level'] as const),
	...(['quality-assurance', 'isced-f', 'licence', 'theme', 'country'] as const)
];

const FITS: Readonly<Record<CheckKind, (element: Element) => boolean>> = {
	languages: (element) => IN_LANGUAGES.includes(element),
	'local-language': (element) => IN_LANGUAGES.includes(element),
	count: (element) => COUNTED.includes(element),
	length: (element) => MEASURED.includes(element),
	'each-assessed': (element) => element === 'learning-outcomes',
	assessable: (element) => element === 'learning-outcomes',
	'hours-per-credit': (element) => element === 'workload',
	parts: (element) => ELEMENT_PARTS[element] !== undefined,
	'one-of': (element) => CODED.includes(element),
	'in-vocabulary': (element) => VOCABULARIES[element] !== undefined,
	https: (element) => element === 'homepage',
	evidence: () => true
};

const CHECK_KINDS: readonly CheckKind[] = [
	...(['languages', 'local-language', 'count', 'length', 'each-assessed', 'assessable'] as const),
	...(['hours-per-credit', 'parts', 'one-of', 'in-vocabulary', 'https', 'evidence'] as const)
];

export function isCheckKind(kind: string): kind is CheckKind {
	return CHECK_KINDS.some((one) => one === kind);
}

/** The checks that have something to say of an element. */
export function checkKindsFor(element: Element): CheckKind[] {
	return CHECK_KINDS.filter((kind) => FITS[kind](element));
}
