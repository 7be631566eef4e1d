import type { Row } from '#tests/routes/row.ts';

/** Doors of a project as such. */
export const PROJECT_ROWS: readonly Row[] = [
	{ route: '/[project]', act: 'layout', gate: 'home:read', about: 'project' },
	{ route: '/[project]', act: 'load', gate: 'home:read', about: 'project' },
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
	}
];
