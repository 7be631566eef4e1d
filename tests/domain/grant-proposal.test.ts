import { describe, expect, test } from 'vitest';
import {
	isConfirmedAtOnce,
	proposableRoles,
	proposalBlocks,
	type GrantProposal,
	type OpenGrant
} from '#lib/domain/grant-proposal.ts';
import { grantState } from '#lib/domain/grants.ts';
import { ROLES, SCOPE_TYPES, type Actor, type Role, type ScopeType } from '#lib/domain/roles.ts';

const TODAY = '2026-06-15';
const candidate = {
	personId: 'aigerim',
	name: 'Aigerim',
	organisationId: 'kaznu',
	organisation: 'KazNU',
	country: 'KZ'
};

function actor(role: Role, given: Partial<Actor> & { scopeId?: string } = {}): Actor {
	const { scopeId = null, ...rest } = given;
	return {
		personId: 'nuria',
		name: 'Nuria',
		projectId: 'leslie',
		organisationId: 'upv',
		organisationAcronym: 'UPV',
		country: 'ES',
		grants: [{ id: 'g', role, scopeType: scopeId === null ? 'project' : 'country', scopeId }],
		...rest
	};
}

const proposal = (given: Partial<GrantProposal> = {}): GrantProposal => ({
	role: 'observer',
	scopeType: 'project',
	scopeId: null,
	fromOn: TODAY,
	toOn: null,
	...given
});
const codes = (of: Actor, wish: Partial<GrantProposal>, open: OpenGrant[] = []) =>
	proposalBlocks(of, candidate, proposal(wish), open, TODAY).map((reason) => reason.code);

/** Who may propose which role for a person of KazNU in Kazakhstan, by hand. */

const MAY_PROPOSE: [string, Actor, readonly Role[]][] = [
	['the coordinator', actor('coordinator'), ROLES],
	[
		'the national coordinator of the same country',
		actor('national-coordinator', { scopeId: 'KZ' }),
		['wp-leader', 'partner', 'observer']
	],
	['the national coordinator of another country', actor('national-coordinator', { scopeId: 'UZ' }), []],
	[
		'a partner of the same organisation',
		actor('partner', { organisationId: 'kaznu' }),
		['wp-leader', 'partner']
	],
	['a partner of another organisation', actor('partner'), []],
	['the QA lead', actor('qa-lead'), ['qa-lead', 'qa-reviewer', 'external-evaluator']],
	['a QA reviewer', actor('qa-reviewer'), []],
	['a work package leader', actor('wp-leader'), []],
	['the external evaluator', actor('external-evaluator'), []],
	['an observer', actor('observer'), []],
	['the administrator', actor('admin'), []]
];

test.each(MAY_PROPOSE)('%s may propose exactly these roles', (_, by, roles) => {
	expect(proposableRoles(by, candidate)).toEqual(roles);
	for (const role of ROLES) {
		const isRefused = codes(by, { role }).includes('grant-proposer-role');
		expect(isRefused, role).toBe(!roles.includes(role));
	}
});

test.each(ROLES)('nobody proposes themselves as %s, whatever they hold', (role) => {
	for (const held of ROLES) {
		const self = actor(held, { personId: candidate.personId, organisationId: 'kaznu', scopeId: 'KZ' });
		expect(proposalBlocks(self, candidate, proposal({ role }), [], TODAY)).toContainEqual({
			code: 'own-grant'
		});
		expect(proposableRoles(self, candidate)).toEqual([]);
	}
});

describe('a scope fits its role', () => {
	const FITS: Record<Role, readonly ScopeType[]> = {
		coordinator: ['project'],
		'national-coordinator': ['country'],
		'wp-leader': ['work-package'],
		partner: ['organisation'],
		'qa-lead': ['project'],
		'qa-reviewer': ['project'],
		'external-evaluator': ['project', 'work-package', 'item'],
		observer: ['project', 'country', 'work-package', 'item'],
		admin: ['project']
	};
	test.each(ROLES)('%s', (role) => {
		for (const scopeType of SCOPE_TYPES) {
			const refused = codes(actor('coordinator'), { role, scopeType }).includes('grant-scope-unfit');
			expect(refused, scopeType).toBe(!FITS[role].includes(scopeType));
		}
	});
});

test('a partner member belongs to the organisation the person works for', () => {
	const wish = { role: 'partner', scopeType: 'organisation' } as const;
	expect(codes(actor('coordinator'), { ...wish, scopeId: 'kaznu' })).toEqual([]);
	expect(codes(actor('coordinator'), { ...wish, scopeId: 'koksu' })).toEqual(['grant-not-own-organisation']);
});

test.each([
	[{ fromOn: '2026-07-01', toOn: '2026-06-30' }, ['grant-dates-reversed']],
	[{ fromOn: '2026-01-01', toOn: '2026-06-14' }, ['grant-over-before-it-begins']],
	[{ fromOn: '2026-06-15', toOn: '2026-06-15' }, []]
])('dates %j: %j', (dates, expected) => {
	expect(codes(actor('coordinator'), dates)).toEqual(expected);
});

test('the same role in the same scope is not proposed twice; in another scope it is', () => {
	const held = { role: 'observer', scopeType: 'project', scopeId: null, state: 'active' } as const;
	expect(codes(actor('coordinator'), {}, [held])).toEqual(['grant-exists']);
	expect(codes(actor('coordinator'), { scopeType: 'item', scopeId: 'd1' }, [held])).toEqual([]);
});

test('every reason is given at once', () => {
	const self = actor('observer', { personId: candidate.personId });
	const wish = { role: 'partner', scopeType: 'country', scopeId: 'KZ', toOn: '2026-06-01' } as const;
	expect(proposalBlocks(self, candidate, proposal(wish), [], TODAY).map((reason) => reason.code)).toEqual([
		'own-grant',
		'grant-proposer-role',
		'grant-scope-unfit',
		'grant-dates-reversed'
	]);
});

test('only a coordinator’s proposal counts at once, and never for QA or the administrator', () => {
	for (const role of ROLES)
		for (const proposedAs of ROLES)
			expect(isConfirmedAtOnce(role, proposedAs), `${role} by ${proposedAs}`).toBe(
				proposedAs === 'coordinator' && !['qa-lead', 'qa-reviewer', 'admin'].includes(role)
			);
});

test.each([
	[{ confirmedAt: null }, 'proposed'],
	[{ confirmedAt: null, toOn: '2026-06-14' }, 'expired'],
	[{}, 'active'],
	[{ toOn: TODAY }, 'active'],
	[{ toOn: '2026-06-14' }, 'expired'],
	[{ fromOn: '2026-06-16' }, 'upcoming'],
	[{ revokedAt: '2026-06-01T00:00:00.000Z' }, 'revoked'],
	[{ revokedAt: '2026-06-01T00:00:00.000Z', toOn: '2026-05-01' }, 'revoked']
])('a grant with %j is %s', (given, state) => {
	const grant = {
		fromOn: '2026-01-01',
		toOn: null,
		confirmedAt: '2026-01-01T00:00:00.000Z',
		revokedAt: null
	};
	expect(grantState({ ...grant, ...given }, TODAY)).toBe(state);
});
