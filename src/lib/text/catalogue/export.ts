import type { ExportFormat, LeftOut } from '#lib/domain/catalogue/export-rules.ts';
import { criteriaReasonText } from './criteria.ts';
import { ELEMENT_WORDS } from './elements.ts';

export const FORMAT_TEXT: Readonly<Record<ExportFormat, { title: string; about: string }>> = {
	elm: {
		title: 'European Learning Model 3',
		about: 'Learning opportunities with their specification, as JSON-LD for Europass.'
	},
	moochub: { title: 'MOOChub 3', about: 'Courses as JSON, for course hubs.' },
	'open-badges': {
		title: 'Open Badges 3.0',
		about: 'Achievements that a badge platform can give badges for.'
	},
	table: { title: 'Tables', about: 'One row for each micro-credential, also of those no longer offered.' }
};

/** Every reason why an entry is not in a file, with what to do. */
export function leftOutTexts({ ended, lacks }: LeftOut): string[] {
	return [
		...(ended ? ['It is no longer offered, and this file lists offers only.'] : []),
		...lacks.map(({ element, standing, reasons }) => {
			const { label } = ELEMENT_WORDS[element];
			const why = reasons.map(criteriaReasonText).join(' ');
			return standing === 'missing' || why === '' ? `${label} is missing.` : `${label}: ${why}`;
		})
	];
}

/** As it stands inside a file. */
export function leftOutLines(all: readonly LeftOut[]): { code: string; reasons: string[] }[] {
	return all.map((one) => ({ code: one.code, reasons: leftOutTexts(one) }));
}

/** Heads of the columns of a table, where the code says too little. */
export const COLUMN_TEXT: Readonly<Record<string, string>> = {
	code: 'Code',
	title: 'Title',
	status: 'Status',
	'awarding-bodies': 'Awarding bodies',
	countries: 'Countries',
	theme: 'Theme',
	hours: 'Hours',
	ects: 'ECTS',
	eqf: 'EQF',
	'national-level': 'National level',
	languages: 'Languages',
	participation: 'Form',
	assessment: 'Assessment',
	'isced-f': 'ISCED-F',
	sdgs: 'SDGs',
	licence: 'Licence',
	homepage: 'Home page',
	'learning-outcomes': 'Learning outcomes',
	description: 'Description',
	'published-on': 'Published on',
	address: 'Address',
	note: 'Note'
};
