import { expect, test } from 'vitest';
import {
	attendanceBlocks,
	countAnswers,
	inviteeSubject,
	stepBlocks
} from '#lib/domain/meetings/invitations.ts';
import { MEETING_STATES } from '#lib/domain/meetings/meetings.ts';
import type { Actor } from '#lib/domain/roles.ts';

const ADA: Actor = {
	personId: 'ada',
	name: 'Ada',
	projectId: 'leslie',
	organisationId: 'kaznu',
	organisationAcronym: 'KazNU',
	country: 'KZ',
	grants: []
};

test.each([
	['invite', ['planned', 'invited', 'running', 'held', 'minuted']],
	['answer', ['planned', 'invited', 'running']],
	['attendance', ['running', 'held', 'minuted']]
] as const)('for %s a meeting is open while it is %j', (step, open) => {
	expect(MEETING_STATES.filter((state) => stepBlocks(step, state).length === 0)).toEqual(open);
});

test.each([
	['their own row', { organisationId: 'upv', personId: 'ada' }, true],
	['the row of their organisation', { organisationId: 'kaznu', personId: null }, true],
	['the row of a colleague', { organisationId: 'kaznu', personId: 'bo' }, false],
	['the row of another organisation', { organisationId: 'upv', personId: null }, false],
	['a guest', { organisationId: null, personId: null }, false]
])('a person answers for %s: %j → %s', (_, invitee, may) => {
	expect(inviteeSubject(invitee, ADA).assignedPersonIds?.includes('ada') ?? false).toBe(may);
});

const UPV = { id: 'upv', acronym: 'UPV', role: 'coordinator', status: 'beneficiary' } as const;
const NEO = { id: 'neo', acronym: 'NEO', role: 'external', status: 'unknown' } as const;
const KAZNU_ROW = { organisationId: 'kaznu', personId: null, name: 'KazNU' };

test.each([
	['another member', KAZNU_ROW, 'upv', []],
	['itself', KAZNU_ROW, 'kaznu', ['represented-by-itself']],
	['nobody', KAZNU_ROW, null, ['represented-by-no-member']],
	['one without a vote', KAZNU_ROW, 'neo', ['represented-by-no-member']],
	['another member, as a person', { ...KAZNU_ROW, personId: 'ada' }, 'upv', ['represented-is-organisation']],
	[
		'another member, as a guest',
		{ ...KAZNU_ROW, organisationId: null },
		'upv',
		['represented-is-organisation']
	]
])('represented by %s: %j %s → %j', (_, invitee, representedById, codes) => {
	const blocks = attendanceBlocks(invitee, { attendance: 'represented', representedById }, [UPV, NEO]);
	expect(blocks.map((one) => one.code)).toEqual(codes);
});

test('whoever has not answered is counted as silent', () => {
	const answers = (['yes', 'yes', 'maybe', 'no', null] as const).map((answer) => ({ answer }));
	expect(countAnswers(answers)).toEqual({ yes: 2, maybe: 1, no: 1, silent: 1 });
});
