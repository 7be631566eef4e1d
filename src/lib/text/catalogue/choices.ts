import type { StoredElement } from '#lib/domain/catalogue/content.ts';
import {
	ASSESSMENT_TYPES,
	ISCED_FIELDS,
	LANGUAGE_CODES,
	LICENCES,
	PARTICIPATION_FORMS,
	SDGS
} from '#lib/domain/catalogue/vocabularies.ts';
import { ISCED_WORDS } from './isced-fields.ts';
import {
	ASSESSMENT_WORDS,
	languageName,
	LICENCE_WORDS,
	PARTICIPATION_WORDS,
	SDG_WORDS
} from './vocabularies.ts';

interface Option {
	value: string;
	label: string;
}

/** What an element that holds several codes is chosen from; null for others. */
export function codeOptions(element: StoredElement): Option[] | null {
	switch (element) {
		case 'assessment':
			return ASSESSMENT_TYPES.map((value) => ({ value, label: ASSESSMENT_WORDS[value] }));
		case 'participation':
			return PARTICIPATION_FORMS.map((value) => ({ value, label: PARTICIPATION_WORDS[value] }));
		case 'languages':
			return LANGUAGE_CODES.map((value) => ({ value, label: languageName(value) }));
		case 'sdgs':
			return SDGS.map(String).map((value) => ({ value, label: `${value} ${SDG_WORDS[value] ?? ''}` }));
		default:
			return null;
	}
}

/** What an element that holds one code is chosen from; null for others. Themes are the project's, by code. */
export function singleOptions(
	element: StoredElement,
	themes: Readonly<Record<string, string>>
): Option[] | null {
	switch (element) {
		case 'isced-f':
			return ISCED_FIELDS.map((value) => ({ value, label: `${value} ${ISCED_WORDS[value] ?? ''}` }));
		case 'licence':
			return LICENCES.map((value) => ({ value, label: LICENCE_WORDS[value] }));
		case 'theme':
			return Object.entries(themes).map(([value, label]) => ({ value, label }));
		default:
			return null;
	}
}
