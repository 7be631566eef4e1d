import type { Row } from '#tests/routes/row.ts';

const CRITERIA = '/[project]/catalogue/criteria';
const PROFILE = `${CRITERIA}/[profile]`;

/** Completeness profiles of the catalogue and their versions. */
export const CATALOGUE_CRITERIA_ROWS: readonly Row[] = [
	{ route: CRITERIA, act: 'load', gate: 'catalogue:read', about: 'project' },
	{ route: PROFILE, act: 'load', gate: 'catalogue:read', about: 'criteria' },
	{ route: `${PROFILE}/edit`, act: 'load', gate: 'criteria:publish', about: 'criteria' },
	{
		route: `${PROFILE}/edit`,
		act: 'action default',
		gate: 'criteria:publish',
		about: 'criteria',
		form: ({ version }) => ({
			do: 'publish',
			basedOn: String(version),
			note: 'Decided by the work package',
			graceUntilOn: '2026-12-31',
			'element[]': ['title', 'contact'],
			'weight[]': ['1', '2'],
			'applies[]': ['always', 'no-with-reason'],
			'why[]': ['', 'Learners ask'],
			'checkRule[]': ['0'],
			'checkKind[]': ['languages'],
			'checkWords[]': ['en'],
			'checkMin[]': [''],
			'checkMax[]': ['']
		})
	},
	{
		route: CRITERIA,
		act: 'action addNational',
		gate: 'criteria:publish',
		about: 'criteria-country',
		form: ({ code }) => ({ country: code })
	}
];
