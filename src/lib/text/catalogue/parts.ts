import type { ElementPart } from '#lib/domain/catalogue/elements.ts';

/** The parts of an entry in the order people fill them in. */
export const PART_TITLES: readonly { part: ElementPart; title: string; about: string }[] = [
	{
		part: 'core',
		title: 'EU core',
		about: 'The mandatory elements of the Council Recommendation on micro-credentials of 16 June 2022.'
	},
	{ part: 'offer', title: 'The offer', about: 'What learners, course hubs and Europass show.' },
	{ part: 'project', title: 'In the project', about: 'What this project counts and reports.' },
	{ part: 'optional', title: 'Optional elements', about: 'Recommended where they are relevant.' }
];
