import type { Row } from '#tests/routes/row.ts';

const RULES = '/[project]/quality-plan';

/** Doors of a project as such, and its quality plan. */
export const PROJECT_ROWS: readonly Row[] = [
	{ route: '/[project]', act: 'layout', gate: 'home:read', about: 'project' },
	{ route: '/[project]', act: 'load', gate: 'home:read', about: 'project' },
	...(['deliverable', 'milestone'] as const).map((about): Row => ({
		route: '/[project]',
		act: 'action opinion',
		gate: 'opinion:give',
		about,
		form: ({ id }) => ({
			itemId: id,
			commentKey: '00000000-0000-7000-8000-000000000005',
			text: 'Clear and well founded'
		})
	})),
	{ route: '/[project]/about', act: 'load', gate: 'project:read', about: 'project' },
	{ route: '/[project]/sample-data', act: 'load', gate: 'project:read', about: 'project' },
	{
		route: '/[project]/sample-data',
		act: 'action remove',
		gate: 'sample:remove',
		about: 'project',
		form: () => ({ word: 'not the word' })
	},
	{ route: '/[project]/settings', act: 'load', gate: 'project:edit', about: 'project' },
	{
		route: '/[project]/settings',
		act: 'action default',
		gate: 'project:edit',
		about: 'project',
		form: (project) => ({
			version: String(project.version),
			acronym: 'SAME',
			title: 'A title',
			startOn: '2023-12-01',
			durationMonths: '36',
			timeZone: 'Europe/Madrid'
		}),
		last: 5
	},
	...(['deliverable', 'milestone'] as const).map((about): Row => ({
		route: '/[project]/[code=itemCode]',
		act: 'GET',
		gate: 'home:read',
		about
	})),
	{ route: '/[project]/timeline', act: 'load', gate: 'work-package:read', about: 'project' },
	{ route: '/[project]/evidence', act: 'load', gate: 'evidence:read', about: 'project' },
	{ route: '/[project]/evidence/[id]', act: 'load', gate: 'evidence:read', about: 'file' },
	{
		route: '/[project]/evidence/[id]',
		act: 'action withdraw',
		gate: 'evidence:withdraw',
		about: 'file',
		form: () => ({ reason: 'The wrong list' }),
		last: 1
	},
	{ route: '/[project]/files/[evidence]', act: 'GET', gate: 'deliverable:read', about: 'file' },
	{ route: '/[project]/timeline/trends', act: 'load', gate: 'progress:read', about: 'project' },
	{ route: '/[project]/baselines', act: 'load', gate: 'baseline:read', about: 'project' },
	{ route: '/[project]/baselines/new', act: 'load', gate: 'baseline:sign', about: 'project' },
	{
		route: '/[project]/baselines/new',
		act: 'action sign',
		gate: 'baseline:sign',
		about: 'project',
		form: () => ({ reference: 'Amendment 2', signedOn: '2026-06-01', note: '' })
	},
	{ route: '/[project]/reviews', act: 'load', gate: 'review:comment', about: 'project' },
	{ route: '/[project]/reviews/findings', act: 'load', gate: 'findings:read', about: 'project' },
	{ route: '/[project]/reviews/ahead', act: 'load', gate: 'reviewer:foresee', about: 'project' },
	{ route: '/[project]/audit', act: 'load', gate: 'audit:read', about: 'project' },
	{
		route: '/[project]/audit',
		act: 'action verify',
		gate: 'audit:export',
		about: 'project',
		form: () => ({})
	},
	{ route: '/[project]/audit/export', act: 'GET', gate: 'audit:export', about: 'project' },
	{ route: RULES, act: 'load', gate: 'quality-plan:read', about: 'project' },
	{ route: `${RULES}/edit`, act: 'load', gate: 'quality-plan:publish', about: 'project' },
	{
		route: `${RULES}/edit`,
		act: 'action default',
		gate: 'quality-plan:publish',
		about: 'project',
		form: () => ({ basedOn: '1', note: 'Stricter' })
	},
	{ route: `${RULES}/checklists/[code]`, act: 'load', gate: 'quality-plan:publish', about: 'checklist' },
	{
		route: `${RULES}/checklists/[code]`,
		act: 'action default',
		gate: 'quality-plan:publish',
		about: 'checklist',
		form: () => ({
			do: 'publish',
			basedOn: '1',
			title: 'Review',
			note: 'Clearer',
			'text[]': ['Is it complete?'],
			'help[]': [''],
			'mandatory[]': ['yes']
		})
	}
];
