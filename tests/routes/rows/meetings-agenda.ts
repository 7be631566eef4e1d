import type { Row } from '#tests/routes/row.ts';

const MEETINGS = '/[project]/meetings';
const MEETING = `${MEETINGS}/[meeting]`;

const head = {
	title: 'Consortium meeting',
	kind: 'consortium',
	mode: 'online',
	timeZone: 'Asia/Almaty',
	level: 'PU',
	'day[]': ['2026-09-01'],
	'from[]': ['09:00'],
	'until[]': ['17:00']
};

export const MEETING_AGENDA_ROWS: readonly Row[] = [
	{ route: MEETINGS, act: 'load', gate: 'meeting:read', about: 'project' },
	{ route: `${MEETINGS}/new`, act: 'load', gate: 'meeting:edit', about: 'project' },
	{
		route: `${MEETINGS}/new`,
		act: 'action default',
		gate: 'meeting:edit',
		about: 'work-package',
		form: ({ id, related }) => ({
			...head,
			'workPackageIds[]': [id],
			hostOrganisationId: related.organisation ?? '',
			chairId: related.membership_person ?? ''
		})
	},
	{ route: MEETING, act: 'layout', gate: 'meeting:read', about: 'meeting' },
	{ route: MEETING, act: 'load', gate: 'meeting:read', about: 'meeting' },
	{
		route: MEETING,
		act: 'action step',
		gate: 'meeting:edit',
		about: 'meeting',
		form: () => ({ event: 'close', reason: '' })
	},
	{ route: `${MEETING}/agenda`, act: 'load', gate: 'meeting:read', about: 'meeting' },
	{ route: `${MEETING}/edit`, act: 'load', gate: 'meeting:edit', about: 'meeting' },
	{
		route: `${MEETING}/edit`,
		act: 'action default',
		gate: 'meeting:edit',
		about: 'meeting',
		form: ({ version, workPackageIds, countries }) => ({
			...head,
			'workPackageIds[]': [...workPackageIds],
			country: countries[0] ?? '',
			version: String(version)
		})
	}
];
