import type { Row } from '#tests/routes/row.ts';
import type { Target } from '#tests/routes/target.ts';

const PEOPLE = '/[project]/meetings/[meeting]/people';
const SHEET = '/[project]/meetings/[meeting]/sign-in-sheet';

const act = (
	name: string,
	gate: Row['gate'],
	fields: (meeting: Target) => object,
	more: Partial<Row> = {}
): Row => ({
	route: PEOPLE,
	act: `action ${name}`,
	gate,
	about: 'meeting',
	form: (meeting) => ({ ...fields(meeting) }),
	...more
});
const needsInvitee = { needs: 'meeting_invitee' };

export const MEETING_PEOPLE_ROWS: readonly Row[] = [
	{ route: PEOPLE, act: 'load', gate: 'meeting:read', about: 'meeting' },
	{ route: SHEET, act: 'load', gate: 'meeting:attendance', about: 'meeting' },
	{ route: '/[project]/meetings/[meeting]/calendar.ics', act: 'GET', gate: 'meeting:read', about: 'meeting' },
	{ route: '/[project]/calendar', act: 'load', gate: 'calendar:read', about: 'project' },
	{ route: '/[project]/calendar/own.ics', act: 'GET', gate: 'calendar:read', about: 'project' },
	...['make', 'revoke'].map((name): Row => ({
		route: '/[project]/calendar',
		act: `action ${name}`,
		gate: 'calendar:read',
		about: 'project',
		form: () => ({})
	})),
	{ route: '/calendar/[secret].ics', act: 'GET', gate: 'visitor', about: 'nothing', unknown: true },
	act('answer', 'meeting:answer', ({ id }) => ({ inviteeId: id, answer: 'maybe' }), {
		about: 'invitation'
	}),
	act('confirm', 'meeting:answer', ({ id }) => ({ meetingId: id, attendance: 'remote' }), {
		about: 'presence'
	}),
	act(
		'answer-guest',
		'meeting:edit',
		({ related }) => ({ inviteeId: related.meeting_invitee, answer: 'yes' }),
		needsInvitee
	),
	act('reply', 'meeting:edit', () => ({ text: 'BEGIN:VCALENDAR' })),
	act(
		'attendance',
		'meeting:attendance',
		({ id, related }) => ({
			meetingId: id,
			'inviteeId[]': [related.meeting_invitee],
			'was[]': [''],
			'attendance[]': ['absent']
		}),
		needsInvitee
	),
	act('invite-organisation', 'meeting:edit', ({ id, related }) => ({
		meetingId: id,
		organisationId: related.organisation ?? ''
	})),
	act('invite-person', 'meeting:edit', ({ id, related }) => ({
		meetingId: id,
		personId: related.membership_person ?? ''
	})),
	act('invite-guest', 'meeting:edit', ({ id }) => ({
		meetingId: id,
		guestName: 'Jo Guest',
		guestOrganisation: 'A ministry'
	})),
	act('invite-all', 'meeting:edit', ({ id }) => ({ meetingId: id })),
	act('sheet', 'meeting:attendance', () => ({}), { file: 'file' }),
	act('remove-sheet', 'meeting:edit', ({ related }) => ({ useId: related.meeting_evidence }), {
		needs: 'meeting_evidence'
	}),
	// The invitation is gone with the first who may.
	act('remove', 'meeting:edit', () => ({ inviteeId: '00000000-0000-7000-8000-000000000000' }), {
		unknown: true
	})
];
