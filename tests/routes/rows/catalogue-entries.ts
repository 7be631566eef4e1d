import type { Row } from '#tests/routes/row.ts';

const CATALOGUE = '/[project]/catalogue';
const ENTRY = `${CATALOGUE}/[code]`;

export const CATALOGUE_ENTRY_ROWS: readonly Row[] = [
	{ route: CATALOGUE, act: 'layout', gate: 'entry:read', about: 'project' },
	{ route: CATALOGUE, act: 'load', gate: 'catalogue:read', about: 'project' },
	{ route: `${CATALOGUE}/new`, act: 'load', gate: 'entry:create', about: 'project' },
	{
		route: `${CATALOGUE}/new`,
		act: 'action default',
		gate: 'entry:create',
		about: 'catalogue-owner',
		form: (target) => ({ organisationId: target.id, title: 'Water quality', language: 'en', theme: '' })
	},
	{ route: ENTRY, act: 'load', gate: 'entry:read', about: 'entry' },
	// Who may read but not edit is sent to where the field is read.
	{ route: `${ENTRY}/edit`, act: 'load', gate: 'entry:read', about: 'entry' },
	{
		route: `${ENTRY}/edit`,
		act: 'action set',
		gate: 'entry:edit',
		about: 'entry',
		form: (target) => ({ itemId: target.id, element: 'grading', version: '0', value: 'Pass or fail' })
	},
	{ route: `${ENTRY}/history`, act: 'load', gate: 'catalogue:read', about: 'entry' },
	...(['add-body', 'remove-body'] as const).map((name): Row => ({
		route: ENTRY,
		act: `action ${name}`,
		gate: 'entry:edit',
		about: 'entry',
		form: ({ id, leadOrganisationId }) => ({ itemId: id, organisationId: leadOrganisationId ?? '' }),
		// The owner is no further awarding body, so there is none to take away.
		...(name === 'remove-body' ? { unknown: true } : {})
	}))
];
