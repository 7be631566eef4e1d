import type { Row } from '#tests/routes/row.ts';

const PUBLIC = '/[project]/catalogue/public';
const EXPORT = '/[project]/catalogue/export';

const FILES = ['elm.jsonld', 'moochub.json', 'open-badges.json', 'catalogue.csv', 'catalogue.xlsx'];

/** What everybody may read of the catalogue without signing in, and what those inside may take along. */
export const CATALOGUE_PUBLIC_ROWS: readonly Row[] = [
	{ route: PUBLIC, act: 'load', gate: 'visitor', about: 'nothing' },
	{ route: `${PUBLIC}/[code]`, act: 'load', gate: 'visitor', about: 'entry' },
	{ route: `${PUBLIC}/[code].json`, act: 'GET', gate: 'visitor', about: 'entry' },
	...FILES.map((file): Row => ({
		route: `${PUBLIC}/${file}`,
		act: 'GET',
		gate: 'visitor',
		about: 'nothing'
	})),
	{ route: EXPORT, act: 'load', gate: 'catalogue:export', about: 'project' },
	{ route: `${EXPORT}/catalogue.csv`, act: 'GET', gate: 'catalogue:export', about: 'project' },
	{ route: `${EXPORT}/catalogue.xlsx`, act: 'GET', gate: 'catalogue:export', about: 'project' }
];
