import type { Row } from '#tests/routes/row.ts';

const INSTITUTIONS = '/[project]/catalogue/institutions';
const INSTITUTION = `${INSTITUTIONS}/[code]`;

export const CATALOGUE_INSTITUTION_ROWS: readonly Row[] = [
	{ route: INSTITUTIONS, act: 'load', gate: 'catalogue:read', about: 'project' },
	{ route: INSTITUTION, act: 'load', gate: 'catalogue:read', about: 'institution' },
	{
		route: INSTITUTION,
		act: 'action answer',
		gate: 'institution:answer',
		about: 'institution',
		needs: 'question',
		form: ({ related }) => ({
			checklistItemId: related.question ?? '',
			version: '0',
			answer: 'yes',
			note: '',
			evidenceId: '',
			url: ''
		})
	},
	{
		route: INSTITUTION,
		act: 'action judge',
		gate: 'institution:review',
		about: 'institution',
		needs: 'question',
		form: ({ related }) => ({
			checklistItemId: related.question ?? '',
			version: '1',
			verdict: 'accepted',
			note: ''
		})
	}
];
