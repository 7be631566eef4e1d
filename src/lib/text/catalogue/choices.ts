import type { StoredElement } from '#lib/domain/catalogue/content.ts';
import {
	ASSESSMENT_TYPES,
	EQF_LEVELS,
	ISCED_FIELDS,
	LANGUAGE_CODES,
	LICENCES,
	PARTICIPATION_FORMS,
	QF_EHEA_CYCLES,
	QUALITY_ASSURANCE_TYPES,
	SDGS
} from '#lib/domain/catalogue/vocabularies.ts';
import { ISCED_WORDS } from './isced-fields.ts';
import {
	ASSESSMENT_WORDS,
	CYCLE_WORDS,
	languageName,
	LICENCE_WORDS,
	PARTICIPATION_WORDS,
	QUALITY_ASSURANCE_WORDS,
	SDG_WORDS
} from './vocabularies.ts';

interface Option {
	value: string;
	label: string;
}

export type FieldOptions = Partial<
	Record<'value' | 'codes' | 'eqf' | 'cycle' | 'type' | 'outcomeAssessment', Option[]>
>;

/** What the fields of an element are chosen from, by their names. Themes are the project's, by code. */
export function fieldOptions(element: StoredElement, themes: Readonly<Record<string, string>>): FieldOptions {
	switch (element) {
		case 'assessment':
			return { codes: ASSESSMENTS };
		case 'learning-outcomes':
			return { outcomeAssessment: ASSESSMENTS };
		case 'participation':
			return { codes: PARTICIPATION_FORMS.map((value) => ({ value, label: PARTICIPATION_WORDS[value] })) };
		case 'languages':
			return { codes: LANGUAGE_CODES.map((value) => ({ value, label: languageName(value) })) };
		case 'sdgs':
			return {
				codes: SDGS.map(String).map((value) => ({ value, label: `${value} ${SDG_WORDS[value] ?? ''}` }))
			};
		case 'level':
			return {
				eqf: EQF_LEVELS.map(String).map((value) => ({ value, label: `EQF ${value}` })),
				cycle: QF_EHEA_CYCLES.map((value) => ({ value, label: CYCLE_WORDS[value] }))
			};
		case 'quality-assurance':
			return {
				type: QUALITY_ASSURANCE_TYPES.map((value) => ({ value, label: QUALITY_ASSURANCE_WORDS[value] }))
			};
		case 'isced-f':
			return {
				value: ISCED_FIELDS.map((value) => ({ value, label: `${value} ${ISCED_WORDS[value] ?? ''}` }))
			};
		case 'licence':
			return { value: LICENCES.map((value) => ({ value, label: LICENCE_WORDS[value] })) };
		case 'theme':
			return { value: Object.entries(themes).map(([value, label]) => ({ value, label })) };
		default:
			return {};
	}
}

const ASSESSMENTS = ASSESSMENT_TYPES.map((value) => ({ value, label: ASSESSMENT_WORDS[value] }));
