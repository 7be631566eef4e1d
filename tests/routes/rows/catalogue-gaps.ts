import type { Row } from '#tests/routes/row.ts';

/** The matrices of the catalogue, and who owes its fields. */
export const CATALOGUE_GAPS_ROWS: readonly Row[] = [
	{ route: '/[project]/catalogue/gaps', act: 'load', gate: 'catalogue:read', about: 'project' },
	{ route: '/[project]/catalogue/owed', act: 'load', gate: 'catalogue:read', about: 'project' }
];
