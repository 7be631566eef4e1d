import type { Element } from './elements.ts';

export const ASSESSMENT_TYPES = [
	'written-exam',
	'oral-exam',
	'test',
	'assignment',
	'project',
	'portfolio',
	'presentation',
	'practical',
	'case-study',
	'reflection',
	'peer',
	'continuous'
] as const;

export const PARTICIPATION_FORMS = ['online', 'onsite', 'blended'] as const;

export const QUALITY_ASSURANCE_TYPES = [
	'institution-accredited',
	'programme-accredited',
	'credential-reviewed',
	'internal',
	'professional-body'
] as const;

/** SPDX codes, and `proprietary` as course hubs write it. */
export const LICENCES = [
	'CC-BY-4.0',
	'CC-BY-SA-4.0',
	'CC-BY-ND-4.0',
	'CC-BY-NC-4.0',
	'CC-BY-NC-SA-4.0',
	'CC-BY-NC-ND-4.0',
	'CC0-1.0',
	'proprietary'
] as const;

export const QF_EHEA_CYCLES = ['short', 'first', 'second', 'third'] as const;

/** ISO 639 codes: those of the countries concerned first. */
export const LANGUAGE_CODES = [
	'en',
	'kk',
	'uz',
	'ru',
	'es',
	'it',
	'el',
	'ca',
	'kaa',
	'ky',
	'tg',
	'tr',
	'de',
	'fr',
	'pt',
	'zh'
] as const;

export const SDGS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17] as const;

export const EQF_LEVELS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** ISCED-F 2013 detailed fields (UNESCO Institute for Statistics, 2014), without those "not elsewhere classified". */
export const ISCED_FIELDS = [
	...['0011', '0021', '0031', '0111', '0112', '0113', '0114'],
	...['0211', '0212', '0213', '0214', '0215', '0221', '0222', '0223', '0231', '0232'],
	...['0311', '0312', '0313', '0314', '0321', '0322'],
	...['0411', '0412', '0413', '0414', '0415', '0416', '0417', '0421'],
	...['0511', '0512', '0521', '0522', '0531', '0532', '0533', '0541', '0542', '0588'],
	...['0611', '0612', '0613', '0688'],
	...['0711', '0712', '0713', '0714', '0715', '0716', '0721', '0722', '0723', '0724', '0731', '0732', '0788'],
	...['0811', '0812', '0821', '0831', '0841'],
	...['0911', '0912', '0913', '0914', '0915', '0916', '0917', '0921', '0922', '0923'],
	...['1011', '1012', '1013', '1014', '1015', '1021', '1022', '1031', '1032', '1041']
] as const;

export type AssessmentType = (typeof ASSESSMENT_TYPES)[number];
export type ParticipationForm = (typeof PARTICIPATION_FORMS)[number];
export type QualityAssuranceType = (typeof QUALITY_ASSURANCE_TYPES)[number];
export type Licence = (typeof LICENCES)[number];
export type QfEheaCycle = (typeof QF_EHEA_CYCLES)[number];
export type LanguageCode = (typeof LANGUAGE_CODES)[number];

/** The codes an element is chosen from; elements in free words, and themes, which belong to the project, have none. */
export const VOCABULARIES: Readonly<Partial<Record<Element, readonly string[]>>> = {
	'learning-outcomes': ASSESSMENT_TYPES,
	assessment: ASSESSMENT_TYPES,
	participation: PARTICIPATION_FORMS,
	'quality-assurance': QUALITY_ASSURANCE_TYPES,
	'isced-f': ISCED_FIELDS,
	languages: LANGUAGE_CODES,
	licence: LICENCES,
	sdgs: SDGS.map(String)
};
