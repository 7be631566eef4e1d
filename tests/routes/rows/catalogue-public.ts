import type { Row } from '#tests/routes/row.ts';

const PUBLIC = '/[project]/catalogue/public';

/** What everybody may read of the catalogue, without signing in. */
export const CATALOGUE_PUBLIC_ROWS: readonly Row[] = [
	{ route: PUBLIC, act: 'load', gate: 'visitor', about: 'nothing' },
	{ route: `${PUBLIC}/[code]`, act: 'load', gate: 'visitor', about: 'entry' },
	{ route: `${PUBLIC}/[code].json`, act: 'GET', gate: 'visitor', about: 'entry' }
];
