import type { Row } from '#tests/routes/row.ts';
import type { Target } from '#tests/routes/target.ts';

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

const point = ({ related }: Target) => ({ pointId: related.agenda_item ?? '' });

const act = (
	name: string,
	gate: Row['gate'],
	fields: (target: Target) => object,
	more: Partial<Row> = { needs: 'agenda_item' }
): Row => ({
	route: `${MEETING}/agenda`,
	act: `action ${name}`,
	gate,
	about: 'meeting',
	form: (target) => ({ ...fields(target) }),
	...more
});

const newPoint = ({ related }: Target) => ({
	title: 'A point',
	presenterId: related.membership_person ?? ''
});

const AGENDA_ROWS: readonly Row[] = [
	act('add', 'meeting:edit', newPoint, {}),
	act('propose', 'agenda:propose', newPoint, {}),
	act('edit', 'meeting:edit', (target) => ({ ...point(target), ...newPoint(target), version: '1' })),
	act('move', 'meeting:edit', (target) => ({ ...point(target), direction: 'up' })),
	act('clock', 'meeting:edit', (target) => ({ ...point(target), event: 'open' })),
	act('decide', 'meeting:edit', (target) => ({ ...point(target), verdict: 'decline', note: 'Later' })),
	act('link', 'meeting:edit', (target) => ({ ...point(target), code: 'D4.2' })),
	act('unlink', 'meeting:edit', ({ related }) => ({ linkId: related.agenda_link }), { needs: 'agenda_link' }),
	act('upload', 'meeting:edit', (target) => ({ ...point(target), level: 'SEN' }), { file: 'file' }),
	act('bring', 'agenda:propose', (target) => ({ ...point(target), level: 'SEN' }), { file: 'file' }),
	act('address', 'meeting:edit', (target) => ({
		...point(target),
		url: 'https://example.org/slides',
		level: 'PU'
	})),
	act('reuse', 'meeting:edit', (target) => ({ ...point(target), evidenceId: target.related.evidence }), {
		needs: 'evidence'
	}),
	act('remove', 'meeting:edit', ({ related }) => ({ useId: related.meeting_evidence }), {
		needs: 'meeting_evidence'
	}),
	act('take', 'meeting:edit', ({ related }) => ({ pointId: related.agenda_backlog }), {
		needs: 'agenda_backlog'
	}),
	act('park', 'meeting:edit', point, { needs: 'agenda_item', last: 2 }),
	act('drop', 'meeting:edit', point, { needs: 'agenda_item', last: 1 })
];

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
	...AGENDA_ROWS,
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
