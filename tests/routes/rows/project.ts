import type { Row } from '#tests/routes/row.ts';

/** Doors of a project as such. */
export const PROJECT_ROWS: readonly Row[] = [
	{ route: '/[project]', act: 'layout', gate: 'home:read', about: 'project' },
	{ route: '/[project]', act: 'load', gate: 'home:read', about: 'project' }
];
