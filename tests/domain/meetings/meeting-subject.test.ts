import { expect, test } from 'vitest';
import { can } from '#lib/domain/can.ts';
import { meetingSubject, minutesSubject, type MeetingFacts } from '#lib/domain/meetings/meeting-subject.ts';
import type { Actor, Role } from '#lib/domain/roles.ts';

const MINISTRY = 'ministry';
const meeting: MeetingFacts = {
	country: null,
	workPackageIds: ['wp1'],
	chairId: 'chair',
	secretaryId: null,
	level: 'PU',
	minutesState: 'locked',
	invitees: [
		{ organisationId: MINISTRY, personId: null, attendance: 'in-person' },
		{ organisationId: 'absent', personId: 'official', attendance: 'absent' }
	]
};

function who(role: Role, organisationId: string, personId = 'somebody'): Actor {
	return {
		personId,
		name: 'Somebody',
		projectId: 'p',
		organisationId,
		organisationAcronym: 'ORG',
		country: 'KZ',
		grants: [{ id: 'g', role, scopeType: 'project', scopeId: null }]
	};
}

const readers: [string, Partial<MeetingFacts>, Actor, boolean][] = [
	['a ministry that was there reads public minutes', {}, who('observer', MINISTRY), true],
	['not before they are approved', { minutesState: 'circulated' }, who('observer', MINISTRY), false],
	['not sensitive ones', { level: 'SEN' }, who('observer', MINISTRY), false],
	['nor does one that was invited and did not come', {}, who('observer', 'absent'), false],
	['nor one that was never invited', {}, who('observer', 'other'), false],
	['every partner does', { minutesState: 'draft' }, who('partner', 'other'), true],
	['an evaluator who was absent does not', {}, who('external-evaluator', 'x', 'official'), false]
];
test.each(readers)('%s', (_, changed, actor, may) => {
	expect(can(actor, 'minutes:read', minutesSubject({ ...meeting, ...changed }, actor)).ok).toBe(may);
});

test('an observer sees a meeting to which their organisation is invited, and no other', () => {
	expect(can(who('observer', 'absent'), 'meeting:read', meetingSubject(meeting)).ok).toBe(true);
	expect(can(who('observer', 'other'), 'meeting:read', meetingSubject(meeting)).ok).toBe(false);
});
