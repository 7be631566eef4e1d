import { expect, test } from 'vitest';
import { mayReadPaper } from '#lib/domain/meetings/papers.ts';
import type { Actor, Role } from '#lib/domain/roles.ts';

const actor = (
	role: Role,
	given: { personId?: string; organisationId?: string; by?: 'look' } = {}
): Actor => ({
	personId: given.personId ?? 'somebody',
	name: 'Somebody',
	projectId: 'project',
	organisationId: given.organisationId ?? 'elsewhere',
	organisationAcronym: 'ELSE',
	country: 'ES',
	grants: [
		{
			id: 'grant',
			role,
			scopeType: 'project',
			scopeId: null,
			...(given.by === undefined ? {} : { by: given.by })
		}
	]
});

const INVITED = { organisationIds: ['guest'], assignedPersonIds: ['person'] };
const SECRET = { level: 'SEN', organisationIds: ['holder'] } as const;

test.each([
	['the coordinator', actor('coordinator'), true],
	['a partner invited with the organisation', actor('partner', { organisationId: 'guest' }), true],
	['a partner invited in person', actor('partner', { personId: 'person' }), true],
	['a partner whose paper it is', actor('partner', { organisationId: 'holder' }), true],
	['a partner not invited', actor('partner'), false],
	['an evaluator invited in person', actor('external-evaluator', { personId: 'person' }), true],
	['an evaluator not invited', actor('external-evaluator'), false],
	['an observer invited in person', actor('observer', { personId: 'person' }), true],
	['an observer of an invited organisation', actor('observer', { organisationId: 'guest' }), false],
	['an administrator in a look', actor('admin', { by: 'look' }), false]
])('a sensitive paper and %s', (_, who, expected) => {
	expect(mayReadPaper(who, INVITED, SECRET)).toBe(expected);
});

test.each([
	['a partner not invited', actor('partner'), true],
	['an observer of an invited organisation', actor('observer', { organisationId: 'guest' }), true],
	['an observer not invited', actor('observer'), false]
])('a public paper and %s', (_, who, expected) => {
	expect(mayReadPaper(who, INVITED, { level: 'PU', organisationIds: [] })).toBe(expected);
});
