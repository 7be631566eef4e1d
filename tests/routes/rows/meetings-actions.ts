import type { Row } from '#tests/routes/row.ts';
import type { Target } from '#tests/routes/target.ts';

const ACTION = '/[project]/actions/[code]';
const DECISION = '/[project]/decisions/[code]';

/** `own-action`: asked of the owner · `action`: asked of who steers and looks. */
const act = (
	name: string,
	gate: Row['gate'],
	about: 'action' | 'own-action',
	fields: (target: Target) => object = () => ({ note: '' }),
	more: Partial<Row> = {}
): Row => ({
	route: ACTION,
	act: `action ${name}`,
	gate,
	about,
	form: (target) => ({ itemId: target.id, version: String(target.version), ...fields(target) }),
	...more
});
const reason = () => ({ reason: 'It changed' });
const person = ({ related }: Target) => related.membership_person ?? '';

const A_DECISION = {
	title: 'The pilot is longer',
	text: 'The pilot takes one month more.',
	rationale: '',
	how: 'written',
	votesFor: '',
	votesAgainst: '',
	votesAbstained: '',
	decidedOn: '2026-06-01',
	effectiveOn: '',
	level: 'PU'
};

export const MEETING_ACTION_ROWS: readonly Row[] = [
	{ route: '/[project]/actions', act: 'load', gate: 'action:read', about: 'project' },
	{ route: '/[project]/actions/new', act: 'load', gate: 'action:read', about: 'project' },
	{
		route: '/[project]/actions/new',
		act: 'action default',
		gate: 'action:create',
		about: 'given-action',
		form: ({ related }) => ({
			title: 'Send the report to Madrid',
			description: '',
			ownerId: related.owner ?? '',
			dueOn: '2027-12-01',
			from: `meeting:${related.meeting ?? ''}`,
			workPackageId: related.work_package ?? ''
		})
	},
	{ route: ACTION, act: 'load', gate: 'action:read', about: 'action' },
	act('accept', 'action:update', 'own-action'),
	act('decline', 'action:update', 'own-action', (target) => ({
		reason: 'No time',
		proposedOwnerId: person(target)
	})),
	act('start', 'action:update', 'own-action'),
	act('block', 'action:update', 'own-action', (target) => ({
		reason: 'Waits',
		personId: person(target),
		waitsFor: ''
	})),
	act('unblock', 'action:update', 'own-action'),
	act('claim', 'action:update', 'own-action', () => ({ text: 'It is sent' })),
	act('propose', 'action:update', 'own-action', () => ({
		toOn: '2026-12-01',
		reasonCode: 'input-late',
		reasonText: ''
	})),
	act('upload', 'action:update', 'own-action', () => ({ level: 'SEN' }), { file: 'file' }),
	act('link', 'action:update', 'own-action', () => ({
		level: 'PU',
		url: 'https://example.org/report',
		title: ''
	})),
	act('reuse', 'action:update', 'own-action', ({ related }) => ({ evidenceId: related.evidence }), {
		needs: 'evidence'
	}),
	act('verify', 'action:verify', 'action'),
	act('reopen', 'action:verify', 'action', reason),
	act('edit', 'action:steer', 'action', () => ({ title: 'Send the longer report', description: '' })),
	act(
		'decide',
		'action:steer',
		'action',
		({ related }) => ({
			proposalId: related.action_date_proposal ?? '',
			verdict: 'refused',
			note: '',
			reference: ''
		}),
		{ needs: 'action_date_proposal' }
	),
	act('hand-over', 'action:steer', 'action', (target) => ({ ownerId: person(target), note: '' })),
	act('cancel', 'action:steer', 'action', reason, { last: 1 }),
	act('supersede', 'action:steer', 'action', ({ code }) => ({ by: code, reason: '' })),
	{ route: '/[project]/decisions', act: 'load', gate: 'decision:read', about: 'project' },
	{ route: '/[project]/decisions/decisions.csv', act: 'GET', gate: 'decision:read', about: 'project' },
	{ route: '/[project]/decisions/new', act: 'load', gate: 'decision:read', about: 'project' },
	{
		route: '/[project]/decisions/new',
		act: 'action default',
		gate: 'decision:record',
		about: 'whole',
		form: () => ({ ...A_DECISION, meetingId: '', agendaItemId: '', supersedes: '' })
	},
	{ route: DECISION, act: 'load', gate: 'decision:read', about: 'decision' },
	{
		route: DECISION,
		act: 'action correct',
		gate: 'decision:record',
		about: 'decision',
		form: ({ id, version }) => ({ ...A_DECISION, decisionId: id, version: String(version) })
	}
];
