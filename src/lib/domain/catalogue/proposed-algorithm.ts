import type { Algorithm, AlgorithmStep } from './algorithm.ts';
import { OVERLAP_PERCENT } from './overlap.ts';

const STEPS: readonly AlgorithmStep[] = [
	{
		state: 'idea',
		title: 'Idea',
		help: 'A working title, the owner and the theme are enough.',
		actor: 'author',
		typicalDays: 0,
		requires: [],
		record: []
	},
	{
		state: 'needs-confirmed',
		title: 'Need confirmed',
		help: 'Who needs it, and what shows it: a survey, letters of employers, a labour-market report.',
		actor: 'author',
		typicalDays: 30,
		requires: [
			{ kind: 'elements', elements: ['target-group', 'need', 'theme', 'sdgs'] },
			{ kind: 'evidence', requirement: 'need', label: 'What shows the need' },
			{ kind: 'no-overlap' }
		],
		record: []
	},
	{
		state: 'designed',
		title: 'Designed',
		help: 'Learning outcomes, how each is assessed, the workload, and how learners take part.',
		actor: 'author',
		typicalDays: 60,
		requires: [
			{
				kind: 'elements',
				elements: [
					'title',
					'learning-outcomes',
					'workload',
					'assessment',
					'participation',
					'languages',
					'prerequisites'
				]
			}
		],
		record: []
	},
	{
		state: 'mapped',
		title: 'Mapped',
		help: 'Field of education, levels, skills, and what it counts towards.',
		actor: 'author',
		typicalDays: 30,
		requires: [
			{ kind: 'elements', elements: ['isced-f', 'level', 'skills', 'stackability'] },
			{ kind: 'no-prerequisite-cycle' }
		],
		record: []
	},
	{
		state: 'internal-qa',
		title: 'Quality checked',
		help: 'Independent reviewers of other organisations sign exactly this content.',
		actor: 'reviewer',
		typicalDays: 21,
		requires: [{ kind: 'profile', profile: 'eu-core', percent: 100 }],
		record: [],
		signatures: 1
	},
	{
		state: 'institution-approved',
		title: 'Approved by the institution',
		help: 'The named officer of every awarding body signs, with the minute of its senate or council.',
		actor: 'officer',
		typicalDays: 45,
		requires: [],
		record: []
	},
	{
		state: 'catalogue-ready',
		title: 'Catalogue-ready',
		help: 'Complete enough to be published in Europass and in course hubs, in every required language.',
		actor: 'system',
		typicalDays: 14,
		requires: [
			{ kind: 'profile', profile: 'elm', percent: 100 },
			{ kind: 'national-profile', percent: 80 },
			{ kind: 'elements', elements: ['contact', 'quality-assurance', 'homepage'] },
			{ kind: 'homepage-checked', days: 180 }
		],
		record: []
	},
	{
		state: 'published',
		title: 'Published',
		help: 'Anybody can read it in the public catalogue.',
		actor: 'publisher',
		typicalDays: 7,
		requires: [{ kind: 'elements', elements: ['licence'] }],
		record: [{ name: 'published-on', label: 'Publication date', kind: 'date', required: true }]
	},
	{
		state: 'piloted',
		title: 'Piloted',
		help: 'A first group of learners has taken it.',
		actor: 'author',
		typicalDays: 120,
		requires: [
			{ kind: 'cohorts-counted', min: 1 },
			{ kind: 'evidence', requirement: 'feedback', label: 'The questions learners were asked' }
		],
		record: []
	},
	{
		state: 'evaluated',
		title: 'Evaluated',
		help: 'What the pilot showed, and what was decided about it, signed by independent reviewers.',
		actor: 'reviewer',
		typicalDays: 30,
		requires: [{ kind: 'evidence', requirement: 'evaluation', label: 'The evaluation of the pilot' }],
		record: [],
		signatures: 1
	},
	{
		state: 'rolled-out',
		title: 'Rolled out',
		help: 'A next intake is fixed, or it stands in a study programme.',
		actor: 'author',
		typicalDays: 60,
		requires: [{ kind: 'elements', elements: ['programmes'] }],
		record: [
			{ name: 'next-intake-on', label: 'Next intake', kind: 'date', required: false },
			{ name: 'embedding', label: 'How it is embedded', kind: 'text', required: true }
		]
	},
	{
		state: 'recognised',
		title: 'Recognised',
		help: 'A national register, a credit transfer, or another institution recognises it.',
		actor: 'recogniser',
		typicalDays: 180,
		requires: [],
		record: [
			{ name: 'recognised-by', label: 'Recognised by', kind: 'text', required: true },
			{ name: 'recognised-on', label: 'Date of the recognition', kind: 'date', required: true },
			{ name: 'reference', label: 'Number or reference', kind: 'text', required: true },
			{ name: 'link', label: 'Link', kind: 'url', required: false }
		]
	}
];

/**
 * What a project starts with until it publishes its own. The text of LESLIE's WP4 is not public: this is a proposal
 * after domain.md 3.3, and every page says so.
 */
export const PROPOSED_ALGORITHM: Algorithm = {
	workPackage: 4,
	hoursPerCredit: { min: 25, max: 30 },
	overlapPercent: OVERLAP_PERCENT,
	localLanguages: { KZ: ['kk', 'ru'], UZ: ['uz', 'ru'], ES: ['es', 'ca'], IT: ['it'], CY: ['el'] },
	languages: ['en', 'kk', 'uz', 'ru', 'es', 'it', 'el'],
	protectedElements: ['learning-outcomes', 'workload', 'level', 'assessment'],
	returnTo: 'designed',
	inCatalogueFrom: 'catalogue-ready',
	implementedFrom: 'rolled-out',
	publicFrom: 'published',
	steps: STEPS
};
