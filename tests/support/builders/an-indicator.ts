/** Teachers trained, public, without reporters: give those who are asked. */
export const AN_INDICATOR = {
	code: 'I10',
	title: 'Teachers trained',
	description: '',
	unit: 'people',
	baseline: 0,
	baselineOn: null,
	level: 'PU' as const,
	measure: null,
	workPackageIds: [],
	goalIds: [],
	targets: [{ dueOn: '2026-11-30', value: 100, note: '' }],
	dimensions: [{ label: 'Gender', categories: ['women', 'men'] }]
};
