import type { Row } from '#tests/routes/row.ts';

/** The matrices of the catalogue, and who owes its fields. */
export const CATALOGUE_GAPS_ROWS: readonly Row[] = [
	{ route: '/[project]/catalogue/gaps', act: 'load', gate: 'catalogue:read', about: 'project' },
	{
		route: '/[project]/catalogue/gaps',
		act: 'action assign',
		gate: 'duty:assign',
		about: 'entry',
		form: ({ id, related }) => ({
			itemId: id,
			element: '',
			personId: related.membership_person ?? '',
			dueOn: '2026-12-01',
			note: 'Agreed in Almaty'
		})
	},
	{ route: '/[project]/catalogue/coverage', act: 'load', gate: 'catalogue:read', about: 'project' },
	{ route: '/[project]/catalogue/owed', act: 'load', gate: 'catalogue:read', about: 'project' }
];
