import {
	ASSESSMENT_TYPES,
	LANGUAGE_CODES,
	LICENCES,
	PARTICIPATION_FORMS,
	QF_EHEA_CYCLES,
	QUALITY_ASSURANCE_TYPES
} from '#lib/domain/catalogue/vocabularies.ts';

export interface ColumnHelp {
	keys: readonly string[];
	about: string;
	example: string;
	codes?: readonly string[];
}

/** The columns of a spreadsheet for people: `LANG` stands for the code of a language. */
export const COLUMN_HELP: readonly ColumnHelp[] = [
	{ keys: ['code'], about: 'Of an entry that is there. Empty: a new entry.', example: 'MC-KAZNU-03' },
	{ keys: ['owner'], about: 'Short name of the owning organisation. New entries need it.', example: 'KazNU' },
	{
		keys: ['title.LANG', 'description.LANG', 'target-group.LANG', 'need.LANG', 'further-information.LANG'],
		about: 'A text in one language, with the code of the language at the end.',
		example: 'Water quality monitoring',
		codes: LANGUAGE_CODES
	},
	{ keys: ['theme'], about: 'Code of a theme of the project.', example: 'water' },
	{
		keys: ['outcome.1.LANG', 'outcome.1.assessment'],
		about: 'Learning outcomes, numbered from 1, each with its type of assessment.',
		example: 'Calculate a water quality index',
		codes: ASSESSMENT_TYPES
	},
	{ keys: ['hours', 'ects'], about: 'Workload. A comma or a point before decimals.', example: '75' },
	{
		keys: ['eqf', 'cycle', 'national-level'],
		about: 'Level: EQF 1 to 8, cycle of the EHEA, and as the country writes it.',
		example: '6',
		codes: QF_EHEA_CYCLES
	},
	{
		keys: ['assessment'],
		about: 'Types of assessment, with semicolons between.',
		example: 'test; project',
		codes: ASSESSMENT_TYPES
	},
	{ keys: ['participation'], about: 'How people take part.', example: 'online', codes: PARTICIPATION_FORMS },
	{
		keys: ['quality-assurance.type', 'quality-assurance.text'],
		about: 'The type, and what there is to say of it.',
		example: 'internal',
		codes: QUALITY_ASSURANCE_TYPES
	},
	{
		keys: ['languages'],
		about: 'Languages of instruction, with semicolons between.',
		example: 'kk; ru',
		codes: LANGUAGE_CODES
	},
	{ keys: ['sdgs'], about: 'Numbers of the Sustainable Development Goals.', example: '6; 13' },
	{ keys: ['isced-f'], about: 'ISCED-F 2013 detailed field, four digits.', example: '0521' },
	{ keys: ['licence'], about: 'Licence of the material.', example: 'CC-BY-4.0', codes: LICENCES },
	{
		keys: ['homepage', 'homepage.checked-on'],
		about: 'Address, and the day somebody opened it.',
		example: '2026-06-15'
	},
	{
		keys: ['contact', 'supervision', 'grading'],
		about: 'One text without a language.',
		example: 'mc@kaznu.example'
	},
	{
		keys: ['skills', 'programmes', 'stackability.part-of', 'prerequisites.entries'],
		about: 'One on each line of the cell. A skill may have its ESCO address behind a bar.',
		example: 'hydrology | http://data.europa.eu/esco/skill/…'
	},
	{
		keys: ['prerequisites.LANG', 'stackability.LANG'],
		about: 'What it presupposes, and what it is part of, in words.',
		example: 'Chemistry at school level'
	},
	{
		keys: [
			'cohort.1.name',
			'cohort.1.starts-on',
			'cohort.1.ends-on',
			'cohort.1.enrolled',
			'cohort.1.completed'
		],
		about: 'Cohorts, numbered from 1. Days like 2026-02-01.',
		example: 'Pilot 2026'
	}
];
