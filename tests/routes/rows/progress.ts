import type { Row } from '#tests/routes/row.ts';

/** Payment readiness, and who reported in which period. */
export const PROGRESS_ROWS: readonly Row[] = [
	{ route: '/[project]/progress', act: 'load', gate: 'check-in:read', about: 'project' },
	{
		route: '/[project]/progress/remind/[period]',
		act: 'load',
		gate: 'reminder:send',
		about: 'silent-period'
	},
	{
		route: '/[project]/progress/remind/[period]',
		act: 'action default',
		gate: 'reminder:send',
		about: 'reminded-period',
		form: ({ related }) => ({ 'organisationIds[]': [related.organisation ?? ''], note: '' })
	},
	{ route: '/[project]/progress/payment', act: 'load', gate: 'progress:read', about: 'project' },
	{
		route: '/[project]/progress/payment/[period]',
		act: 'load',
		gate: 'progress:read',
		about: 'reporting-period'
	}
];
