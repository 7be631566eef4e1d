import type { Row } from '#tests/routes/row.ts';

const IMPORT = '/[project]/catalogue/import';

export const CATALOGUE_IMPORT_ROWS: readonly Row[] = [
	{ route: IMPORT, act: 'load', gate: 'catalogue:import', about: 'project' },
	{
		route: IMPORT,
		act: 'action check',
		gate: 'catalogue:import',
		about: 'project',
		file: 'file',
		form: () => ({})
	},
	{
		route: IMPORT,
		act: 'action confirm',
		gate: 'catalogue:import',
		about: 'project',
		form: () => ({
			fileName: 'entries.csv',
			content: Buffer.from('owner,title.en\nnobody,Soil').toString('base64url'),
			sha256: '0'.repeat(64),
			seen: '',
			acceptsResets: 'on'
		})
	},
	{ route: `${IMPORT}/entries`, act: 'GET', gate: 'catalogue:import', about: 'project' },
	{ route: `${IMPORT}/template`, act: 'GET', gate: 'catalogue:import', about: 'project' }
];
