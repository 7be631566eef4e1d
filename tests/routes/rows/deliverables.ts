import type { Row } from '#tests/routes/row.ts';

export const DELIVERABLE_ROWS: readonly Row[] = [
	{ route: '/[project]/deliverables', act: 'load', gate: 'deliverable:read', about: 'project' }
];
