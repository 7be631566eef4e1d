import type { Row } from '#tests/routes/row.ts';
import type { Target } from '#tests/routes/target.ts';

const INDICATOR = '/[project]/indicators/[code]';

const A_DEFINITION = ({ related }: Target) => ({
	code: 'I99',
	title: 'Trees planted',
	description: '',
	unit: 'trees',
	measure: '',
	baseline: '',
	baselineOn: '',
	level: 'PU',
	'workPackageIds[]': [],
	'goalIds[]': [],
	'reporterIds[]': [related.organisation ?? ''],
	targets: '2026-11-30 = 500',
	dimensions: 'Kind: oak, elm'
});

const judge = (name: string, gate: Row['gate']): Row => ({
	route: INDICATOR,
	act: `action ${name}`,
	gate,
	about: 'actual',
	form: ({ id, version }) => ({ actualId: id, version: String(version), note: 'Compared with the lists' })
});

const prove = (
	name: string,
	fields: (target: Target) => Record<string, string>,
	more: Partial<Row> = {}
): Row => ({
	route: INDICATOR,
	act: `action ${name}`,
	gate: 'indicator:report',
	about: 'actual',
	form: (target) => ({ actualId: target.id, ...fields(target) }),
	...more
});

export const INDICATOR_ROWS: readonly Row[] = [
	{ route: '/[project]/indicators', act: 'load', gate: 'indicator:read', about: 'project' },
	{ route: '/[project]/indicators/new', act: 'load', gate: 'indicator:target', about: 'project' },
	{
		route: '/[project]/indicators/new',
		act: 'action default',
		gate: 'indicator:target',
		about: 'whole',
		form: A_DEFINITION
	},
	{ route: '/[project]/indicators/goals', act: 'load', gate: 'indicator:target', about: 'project' },
	{
		route: '/[project]/indicators/goals',
		act: 'action put',
		gate: 'indicator:target',
		about: 'whole',
		form: () => ({ number: '4', contribution: 'Teachers learn to teach it.' })
	},
	{
		route: '/[project]/indicators/goals',
		act: 'action remove',
		gate: 'indicator:target',
		about: 'whole',
		needs: 'goal',
		form: ({ related }) => ({ goalId: related.goal ?? '' })
	},
	{ route: INDICATOR, act: 'load', gate: 'indicator:read', about: 'indicator' },
	{ route: `${INDICATOR}/edit`, act: 'load', gate: 'indicator:target', about: 'indicator' },
	{
		route: `${INDICATOR}/edit`,
		act: 'action save',
		gate: 'indicator:target',
		about: 'indicator',
		form: (target) => ({
			...A_DEFINITION(target),
			code: target.code,
			indicatorId: target.id,
			version: String(target.version)
		})
	},
	{
		route: `${INDICATOR}/edit`,
		act: 'action close',
		gate: 'indicator:target',
		about: 'indicator',
		form: ({ id, version }) => ({ indicatorId: id, version: String(version) }),
		last: 1
	},
	{
		route: INDICATOR,
		act: 'action report',
		gate: 'indicator:report',
		about: 'indicator-question',
		form: ({ id, related }) => ({
			indicatorId: id,
			organisationId: related.organisation ?? '',
			asOfOn: '2026-06-01',
			standing: 'value',
			value: '12',
			reason: '',
			source: 'Lists',
			'categories[]': [],
			'parts[]': []
		})
	},
	{
		route: INDICATOR,
		act: 'action from-log',
		gate: 'indicator:report',
		about: 'indicator-question',
		form: ({ id, related }) => ({
			indicatorId: id,
			organisationId: related.organisation ?? '',
			asOfOn: '2026-06-01'
		})
	},
	{
		route: INDICATOR,
		act: 'action propose',
		gate: 'indicator:propose-target',
		about: 'indicator-question',
		form: ({ id }) => ({ indicatorId: id, dueOn: '2026-10-31', value: '40', reason: 'One training more' })
	},
	{
		route: INDICATOR,
		act: 'action decide',
		gate: 'indicator:target',
		about: 'indicator',
		needs: 'target_proposal',
		form: ({ related }) => ({
			proposalId: related.target_proposal ?? '',
			verdict: 'declined',
			note: 'Not now'
		})
	},
	judge('accept', 'indicator:accept'),
	judge('return', 'indicator:accept'),
	judge('verify', 'indicator:verify'),
	prove('upload', () => ({ level: 'SEN' }), { file: 'file' }),
	prove('link', () => ({ level: 'PU', url: 'https://example.org/list', title: '' })),
	prove('reuse', ({ related }) => ({ evidenceId: related.evidence ?? '' }), { needs: 'evidence' }),
	prove('unlink', ({ related }) => ({ useId: related.record_evidence ?? '' }), { needs: 'record_evidence' })
];
