import type { Row } from '#tests/routes/row.ts';
import type { Target } from '#tests/routes/target.ts';

const LOG = '/[project]/dissemination';
const MOBILITY = `${LOG}/mobility`;

const A_LINE = {
	title: 'Information day',
	kind: 'information-day',
	state: 'done',
	startsOn: '2026-03-01',
	endsOn: '',
	place: 'Almaty',
	country: 'KZ',
	organisationId: '',
	summary: '',
	url: '',
	level: 'PU',
	authors: '',
	venue: '',
	doi: '',
	licence: ''
};
const AN_ACTIVITY = {
	title: 'Training',
	kind: 'training',
	state: 'done',
	startsOn: '2026-03-01',
	endsOn: '',
	mode: 'online',
	place: '',
	country: '',
	organisationId: '',
	hostOrganisationId: '',
	topics: '',
	results: ''
};

/** The forms of a record's page. */
const acts = (route: string, about: 'outreach' | 'mobility'): Row[] => {
	const gate = `${about}:edit` as const;
	const act = (name: string, form: (target: Target) => object, more: Partial<Row> = {}): Row => ({
		route: `${route}/[code]`,
		act: `action ${name}`,
		gate,
		about,
		form: (target) => ({ ...form(target) }),
		...more
	});
	const role = about === 'outreach' ? 'audience' : 'trainer';
	const heads = { role, kind: 'other', organisationId: '', valueState: 'missing', version: '0' };
	return [
		{ route, act: 'load', gate: `${about}:read`, about: 'project' },
		{ route: `${route}/new`, act: 'load', gate, about: 'project' },
		{
			route: `${route}/new`,
			act: 'action default',
			gate,
			about: 'whole',
			form: () => (about === 'outreach' ? A_LINE : AN_ACTIVITY)
		},
		{ route: `${route}/[code]`, act: 'load', gate: `${about}:read`, about },
		{ route: `${route}/[code]/edit`, act: 'load', gate, about },
		act('upload', () => ({ level: 'SEN' }), { file: 'file' }),
		act('link', () => ({ level: 'PU', url: 'https://example.org/photos', title: '' })),
		act('reuse', ({ related }) => ({ evidenceId: related.evidence ?? '' }), { needs: 'evidence' }),
		act('heads', () => ({ ...heads, headsId: '', groupName: 'A school', listId: '' })),
		act('remove-heads', ({ related }) => ({ headsId: related.head_count }), {
			needs: 'head_count',
			last: 1
		}),
		act('unlink', ({ related }) => ({ useId: related.record_evidence }), {
			needs: 'record_evidence',
			last: 1
		})
	];
};

export const OUTREACH_ROWS: readonly Row[] = [
	{ route: LOG, act: 'layout', gate: 'outreach:read', about: 'project' },
	...acts(LOG, 'outreach'),
	...acts(MOBILITY, 'mobility'),
	{
		route: `${LOG}/[code]`,
		act: 'action visibility',
		gate: 'outreach:edit',
		about: 'outreach',
		form: ({ version }) => ({ version: String(version), visibility: 'confirmed', reason: '' })
	},
	{
		route: LOG,
		act: 'action check-links',
		gate: 'outreach:check-links',
		about: 'whole',
		form: () => ({})
	},
	{
		route: `${LOG}/[code]`,
		act: 'action check-links',
		gate: 'outreach:check-links',
		about: 'outreach',
		form: () => ({})
	},
	...(['outreach', 'mobility'] as const).map((about): Row => ({
		route: `${about === 'outreach' ? LOG : MOBILITY}/[code]/edit`,
		act: 'action default',
		gate: `${about}:edit`,
		about,
		form: ({ version, leadOrganisationId, organisationIds, workPackageIds }) => ({
			...(about === 'outreach' ? { ...A_LINE, 'organisationIds[]': [...organisationIds] } : AN_ACTIVITY),
			organisationId: leadOrganisationId ?? '',
			'workPackageIds[]': [...workPackageIds],
			version: String(version)
		})
	}))
];
