import type { Row } from '#tests/routes/row.ts';

/** Payment readiness, and who reported in which period. */
export const PROGRESS_ROWS: readonly Row[] = [
	{ route: '/[project]/progress/payment', act: 'load', gate: 'progress:read', about: 'project' },
	{
		route: '/[project]/progress/payment/[period]',
		act: 'load',
		gate: 'progress:read',
		about: 'reporting-period'
	}
];
