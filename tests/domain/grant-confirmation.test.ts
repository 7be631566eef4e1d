import fc from 'fast-check';
import { expect, test } from 'vitest';
import { confirmation, type Deciders, type GrantFacts } from '#lib/domain/grant-confirmation.ts';
import { lastCoordinatorBlocks, revocationBlocks } from '#lib/domain/grant-revocation.ts';
import type { Actor, Role } from '#lib/domain/roles.ts';

const TODAY = '2026-06-15';
const PEOPLE = ['nuria', 'pilar', 'otto', 'olga', 'rea'] as const;

function actor(personId: string, ...roles: readonly Role[]): Actor {
	const grants = roles.map((role) => ({ id: role, role, scopeType: 'project' as const, scopeId: null }));
	const organisation = { organisationId: 'o', organisationAcronym: 'O', country: 'ES' };
	return { personId, name: personId, projectId: 'p', ...organisation, grants };
}

const grant = (given: Partial<GrantFacts> = {}): GrantFacts => ({
	personId: 'rea',
	name: 'Rea',
	role: 'qa-reviewer',
	fromOn: '2026-06-15',
	toOn: null,
	proposedBy: 'nuria',
	proposedAs: 'coordinator',
	confirmedAt: null,
	revokedAt: null,
	...given
});

const people = (ids: readonly string[]) => ids.map((personId) => ({ personId, name: personId }));
const deciders = (coordinators: readonly string[], qaLeads: readonly string[]): Deciders => ({
	coordinators: people(coordinators),
	qaLeads: people(qaLeads)
});
const withLead = deciders(['nuria', 'pilar'], ['otto']);
const withoutLead = deciders(['nuria', 'pilar'], []);
const alone = deciders(['nuria'], []);

const nuria = actor('nuria', 'coordinator');
const pilar = actor('pilar', 'coordinator');
const otto = actor('otto', 'qa-lead');
const byOtto = { proposedBy: 'otto', proposedAs: 'qa-lead' } as const;

const CASES: [string, Actor, Partial<GrantFacts>, Deciders, string[]][] = [
	['the QA lead confirms what the coordinator proposed', otto, {}, withLead, []],
	['the coordinator confirms what the QA lead proposed', nuria, byOtto, withLead, []],
	['a coordinator does not confirm their own QA proposal', nuria, {}, withLead, ['grant-confirmer-role']],
	['a second coordinator neither, while there is a QA lead', pilar, {}, withLead, ['grant-confirmer-role']],
	['the QA lead does not confirm their own proposal', otto, byOtto, withLead, ['grant-confirmer-role']],
	['without a QA lead a second coordinator confirms', pilar, {}, withoutLead, []],
	['but not the one who proposed', nuria, {}, withoutLead, ['grant-second-person']],
	['a lone coordinator confirms no reviewer', nuria, {}, alone, ['grant-needs-qa-lead']],
	['a QA reviewer decides nothing', actor('olga', 'qa-reviewer'), {}, withLead, ['grant-confirmer-role']],
	['nobody confirms their own role', actor('rea', 'qa-lead'), {}, withLead, ['own-grant']],
	['a confirmed role is not confirmed again', otto, { confirmedAt: 'x' }, withLead, ['grant-not-proposed']],
	['nor one that was turned down', otto, { revokedAt: 'x' }, withLead, ['grant-not-proposed']],
	['nor one whose time is over', otto, { toOn: '2026-06-14' }, withLead, ['grant-not-proposed']],
	[
		'another role is confirmed by a coordinator',
		nuria,
		{ role: 'partner', proposedBy: 'olga' },
		withLead,
		[]
	],
	['and not by the QA lead', otto, { role: 'partner' }, withLead, ['grant-confirmer-role']],
	[
		'nor by the administrator',
		actor('olga', 'admin'),
		{ role: 'partner' },
		withLead,
		['grant-confirmer-role']
	],
	[
		'an administrator is confirmed by an administrator',
		actor('olga', 'admin'),
		{ role: 'admin' },
		withLead,
		[]
	],
	['and not by a coordinator', pilar, { role: 'admin' }, withLead, ['grant-confirmer-role']]
];

test.each(CASES)('%s', (_, by, given, who, expected) => {
	const { as, blocks } = confirmation(by, grant(given), who, TODAY);
	expect(blocks.map((block) => block.code)).toEqual(expected);
	expect(as === null).toBe(expected.length > 0);
});

test('the first QA lead of a lone coordinator takes a decision of the steering committee', () => {
	expect(confirmation(nuria, grant({ role: 'qa-lead' }), alone, TODAY)).toEqual({
		as: { role: 'coordinator', needsReference: true },
		blocks: []
	});
	expect(confirmation(pilar, grant({ role: 'qa-lead' }), withoutLead, TODAY).as?.needsReference).toBe(false);
});

test('a QA role never comes to be by one person, nor by the person it is for', () => {
	const some = fc.subarray([...PEOPLE]);
	const held = fc.subarray(['coordinator', 'qa-lead', 'qa-reviewer', 'partner', 'admin'] as const);
	const person = fc.constantFrom(...PEOPLE);
	const role = fc.constantFrom('qa-lead' as const, 'qa-reviewer' as const);
	const as = fc.constantFrom('coordinator' as const, 'qa-lead' as const, null);
	fc.assert(
		fc.property(
			person,
			held,
			role,
			person,
			as,
			some,
			some,
			(by, roles, role, proposedBy, proposedAs, coordinators, leads) => {
				const who = deciders(coordinators, leads);
				const answer = confirmation(actor(by, ...roles), grant({ role, proposedBy, proposedAs }), who, TODAY);
				if (answer.as === null) return;
				expect(by).not.toBe('rea');
				expect(roles).toContain(answer.as.role);
				if (!answer.as.needsReference) expect(by).not.toBe(proposedBy);
				else {
					expect(role).toBe('qa-lead');
					expect(leads.filter((one) => one !== 'rea')).toEqual([]);
					expect(coordinators.filter((one) => one !== 'rea' && one !== by)).toEqual([]);
				}
			}
		),
		{ numRuns: 2000 }
	);
});

const active = { confirmedAt: '2026-01-01T00:00:00.000Z', fromOn: '2026-01-01' };
const REVOCATIONS: [string, Actor, Partial<GrantFacts>, Deciders, string[]][] = [
	['a coordinator ends a partner’s role', nuria, { role: 'partner' }, withLead, []],
	['the QA lead does not', otto, { role: 'partner' }, withLead, ['grant-confirmer-role']],
	['the QA lead ends a reviewer’s role', otto, {}, withLead, []],
	['a coordinator alone does not, while the QA lead is there', nuria, {}, withLead, ['grant-confirmer-role']],
	['but does when no QA lead is there', nuria, {}, withoutLead, []],
	[
		'the QA lead’s own role is ended by a coordinator when there is no other',
		nuria,
		{ role: 'qa-lead', personId: 'otto' },
		withLead,
		[]
	],
	[
		'and by the other QA lead when there is one',
		nuria,
		{ role: 'qa-lead', personId: 'otto' },
		deciders(['nuria'], ['otto', 'olga']),
		['grant-confirmer-role']
	],
	['a role is given back by who holds it', actor('rea', 'qa-reviewer'), {}, withLead, []],
	['another coordinator’s role is ended', nuria, { role: 'coordinator', personId: 'pilar' }, withLead, []],
	[
		'the last coordinator’s is not',
		pilar,
		{ role: 'coordinator', personId: 'nuria' },
		alone,
		['last-coordinator']
	],
	['not even by themselves', nuria, { role: 'coordinator', personId: 'nuria' }, alone, ['last-coordinator']],
	[
		'an administrator’s role is not ended by a coordinator',
		nuria,
		{ role: 'admin' },
		withLead,
		['grant-confirmer-role']
	],
	[
		'what has ended is not ended again',
		nuria,
		{ role: 'partner', revokedAt: 'x' },
		withLead,
		['grant-ended']
	],
	['nor what has expired', nuria, { role: 'partner', toOn: '2026-06-14' }, withLead, ['grant-ended']]
];

test.each(REVOCATIONS)('%s', (_, by, given, who, expected) => {
	const blocks = revocationBlocks(by, grant({ ...active, ...given }), who, TODAY);
	expect(blocks.map((block) => block.code)).toEqual(expected);
});

test('a proposal is taken back by who made it and turned down by who could confirm it', () => {
	expect(revocationBlocks(nuria, grant(), withLead, TODAY)).toEqual([]);
	expect(revocationBlocks(otto, grant(), withLead, TODAY)).toEqual([]);
	expect(revocationBlocks(pilar, grant(), withLead, TODAY).map((one) => one.code)).toEqual([
		'grant-confirmer-role'
	]);
	expect(revocationBlocks(pilar, grant(byOtto), withLead, TODAY)).toEqual([]);
});

test('a project always keeps a coordinator who can sign in', () => {
	expect(lastCoordinatorBlocks({ personId: 'nuria', name: 'Nuria' }, alone)).toEqual([
		{ code: 'last-coordinator', person: 'Nuria' }
	]);
	expect(lastCoordinatorBlocks({ personId: 'nuria', name: 'Nuria' }, withLead)).toEqual([]);
	expect(lastCoordinatorBlocks({ personId: 'rea', name: 'Rea' }, alone)).toEqual([]);
});
