/**
 * The elements of a catalogue entry. `number` is that of the Council Recommendation of 16 June 2022, Annex I
 * (2022/C 243/02); learner and date of issue (1 and 5) belong to an award and have no place in an offer.
 */
export const ELEMENTS = [
	{ code: 'title', number: 2, part: 'core' },
	{ code: 'country', number: 3, part: 'core' },
	{ code: 'awarding-body', number: 4, part: 'core' },
	{ code: 'learning-outcomes', number: 6, part: 'core' },
	{ code: 'workload', number: 7, part: 'core' },
	{ code: 'level', number: 8, part: 'core' },
	{ code: 'assessment', number: 9, part: 'core' },
	{ code: 'participation', number: 10, part: 'core' },
	{ code: 'quality-assurance', number: 11, part: 'core' },
	{ code: 'prerequisites', number: 12, part: 'optional' },
	{ code: 'supervision', number: 13, part: 'optional' },
	{ code: 'grading', number: 14, part: 'optional' },
	{ code: 'stackability', number: 15, part: 'optional' },
	{ code: 'further-information', number: 16, part: 'optional' },
	{ code: 'description', number: null, part: 'offer' },
	{ code: 'isced-f', number: null, part: 'offer' },
	{ code: 'languages', number: null, part: 'offer' },
	{ code: 'licence', number: null, part: 'offer' },
	{ code: 'homepage', number: null, part: 'offer' },
	{ code: 'contact', number: null, part: 'offer' },
	{ code: 'skills', number: null, part: 'offer' },
	{ code: 'theme', number: null, part: 'project' },
	{ code: 'sdgs', number: null, part: 'project' },
	{ code: 'target-group', number: null, part: 'project' },
	{ code: 'need', number: null, part: 'project' },
	{ code: 'programmes', number: null, part: 'project' },
	{ code: 'cohorts', number: null, part: 'project' }
] as const;

export type Element = (typeof ELEMENTS)[number]['code'];
export type ElementPart = (typeof ELEMENTS)[number]['part'];

export const ELEMENT_CODES: readonly Element[] = ELEMENTS.map(({ code }) => code);

/** Known from the organisations of an entry; nobody types them in. */
export const DERIVED_ELEMENTS: readonly Element[] = ['country', 'awarding-body'];

export function isElement(code: string): code is Element {
	return ELEMENT_CODES.some((one) => one === code);
}
