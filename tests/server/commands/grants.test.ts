import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { ProposeGrant } from '#lib/schemas/grants.ts';
import { confirmGrant } from '#lib/server/commands/confirm-grant.ts';
import { proposeGrant } from '#lib/server/commands/propose-grant.ts';
import { revokeGrant, withdrawProposal } from '#lib/server/commands/revoke-grant.ts';
import { listActiveGrants } from '#lib/server/http/context.ts';
import { newId } from '#lib/server/ids.ts';
import { listGrants } from '#lib/server/queries/list-grants.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { aProject, NOW, TODAY } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { codesOf } from '#tests/support/codes-of.ts';
import { withDatabase } from '#tests/support/database.ts';
import { contentsOf } from '#tests/support/table-contents.ts';

async function aConsortium(db: Db) {
	const { id: projectId } = await aProject(db);
	const member = (role: Actor['grants'][number]['role'], name: string) =>
		anActor(db, { projectId, role, name });
	return {
		projectId,
		coordinator: await member('coordinator', 'Nuria'),
		qaLead: await member('qa-lead', 'Otto'),
		rea: await member('partner', 'Rea')
	};
}

const reviewer = (personId: string, given: Partial<ProposeGrant> = {}): ProposeGrant => ({
	personId,
	role: 'qa-reviewer',
	scopeType: 'project',
	scopeId: null,
	fromOn: null,
	toOn: null,
	reason: 'Knows the field',
	...given
});
const TABLES = ['roleGrant', 'person', 'auditEvent'] as const;
const rolesOf = async (db: Db, actor: Actor, today = TODAY) =>
	(await listActiveGrants(db, actor.projectId, actor.personId, today)).map((grant) => grant.role).sort();
const rightsOf = (db: Db, { personId }: Actor) =>
	db.selectFrom('person').select('rightsChangedAt').where('id', '=', personId).executeTakeFirstOrThrow();

test('a QA reviewer comes to be by coordinator and QA lead together, and the trail names both', () =>
	withDatabase(async (db) => {
		const { coordinator, qaLead, rea } = await aConsortium(db);
		const { id, isConfirmed } = await proposeGrant(db, coordinator, reviewer(rea.personId), NOW);
		expect(isConfirmed).toBe(false);
		expect(await rolesOf(db, rea)).toEqual(['partner']);
		expect(await rightsOf(db, rea)).toEqual({ rightsChangedAt: null });

		await confirmGrant(db, qaLead, { grantId: id, reference: '' }, NOW);
		expect(await rolesOf(db, rea)).toEqual(['partner', 'qa-reviewer']);
		expect(await rightsOf(db, rea)).toEqual({ rightsChangedAt: NOW.toISOString() });
		const events = await db
			.selectFrom('auditEvent')
			.select(['act', 'actorName', 'recordLabel'])
			.orderBy('sequence')
			.execute();
		expect(events).toEqual([
			{ act: 'grant:propose', actorName: 'Nuria', recordLabel: 'Rea · qa-reviewer' },
			{ act: 'grant:confirm', actorName: 'Otto', recordLabel: 'Rea · qa-reviewer' }
		]);
	}));

test('the coordinator who proposed it cannot confirm it, and nothing changes', () =>
	withDatabase(async (db) => {
		const { coordinator, rea } = await aConsortium(db);
		const { id } = await proposeGrant(db, coordinator, reviewer(rea.personId), NOW);
		const before = await contentsOf(db, TABLES);
		const attempt = confirmGrant(db, coordinator, { grantId: id, reference: 'steering committee 4' }, NOW);
		expect(await codesOf(attempt)).toEqual(['grant-confirmer-role']);
		expect(await contentsOf(db, TABLES)).toBe(before);
	}));

test('what the QA lead proposes, the coordinator confirms', () =>
	withDatabase(async (db) => {
		const { coordinator, qaLead, rea } = await aConsortium(db);
		const { id } = await proposeGrant(db, qaLead, reviewer(rea.personId), NOW);
		expect(await codesOf(confirmGrant(db, qaLead, { grantId: id, reference: '' }, NOW))).toEqual([
			'grant-confirmer-role'
		]);
		await confirmGrant(db, coordinator, { grantId: id, reference: '' }, NOW);
		expect(await rolesOf(db, rea)).toContain('qa-reviewer');
	}));

test('the first QA lead of a lone coordinator stays marked with the decision it rests on', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		const otto = await anActor(db, { projectId });
		const wish = reviewer(otto.personId, { role: 'qa-lead' });
		const { id: grantId } = await proposeGrant(db, coordinator, wish, NOW);
		expect(await codesOf(confirmGrant(db, coordinator, { grantId, reference: '' }, NOW))).toEqual([
			'decision-reference-needed'
		]);
		await confirmGrant(
			db,
			coordinator,
			{ grantId, reference: 'Steering committee, 12 June 2026, item 3' },
			NOW
		);
		const [lead] = (await listGrants(db, projectId, TODAY)).filter((grant) => grant.id === grantId);
		expect(lead).toMatchObject({
			state: 'active',
			confirmReference: 'Steering committee, 12 June 2026, item 3'
		});
	}));

test('a coordinator’s proposal of another role counts at once', () =>
	withDatabase(async (db) => {
		const { coordinator, rea } = await aConsortium(db);
		await proposeGrant(db, coordinator, reviewer(rea.personId, { role: 'observer' }), NOW);
		expect(await rolesOf(db, rea)).toEqual(['observer', 'partner']);
	}));

test('an administrator proposed by the coordinator waits for an administrator', () =>
	withDatabase(async (db) => {
		const { projectId, coordinator, rea } = await aConsortium(db);
		const admin = await anActor(db, { projectId, role: 'admin' });
		const { id: grantId, isConfirmed } = await proposeGrant(
			db,
			coordinator,
			reviewer(rea.personId, { role: 'admin' }),
			NOW
		);
		expect(isConfirmed).toBe(false);
		await confirmGrant(db, admin, { grantId, reference: '' }, NOW);
		expect(await rolesOf(db, rea)).toContain('admin');
	}));

test('nobody grants themselves anything', () =>
	withDatabase(async (db) => {
		const { coordinator, qaLead } = await aConsortium(db);
		const before = await contentsOf(db, TABLES);
		for (const actor of [coordinator, qaLead])
			expect(await codesOf(proposeGrant(db, actor, reviewer(actor.personId), NOW))).toContain('own-grant');
		expect(await contentsOf(db, TABLES)).toBe(before);
	}));

test('a person or a scope of another project is as good as missing', () =>
	withDatabase(async (db) => {
		const { coordinator, rea } = await aConsortium(db);
		const other = await aConsortium(db);
		const item = await aDeliverable(db, { projectId: other.projectId });
		const before = await contentsOf(db, TABLES);
		const foreign = reviewer(rea.personId, { role: 'observer', scopeType: 'item', scopeId: item.id });
		for (const wish of [reviewer(other.rea.personId), foreign, { ...foreign, scopeId: newId() }])
			await expect(proposeGrant(db, coordinator, wish, NOW)).rejects.toBeInstanceOf(NotFound);
		const { id } = await proposeGrant(db, other.coordinator, reviewer(other.rea.personId), NOW);
		const after = await contentsOf(db, TABLES);
		const revocation = { grantId: id, reason: 'no' };
		await expect(confirmGrant(db, coordinator, { grantId: id, reference: '' }, NOW)).rejects.toBeInstanceOf(
			NotFound
		);
		await expect(revokeGrant(db, coordinator, revocation, NOW)).rejects.toBeInstanceOf(NotFound);
		expect(await contentsOf(db, TABLES)).toBe(after);
		expect(after).not.toBe(before);
	}));

test('a role begins and ends on its days', () =>
	withDatabase(async (db) => {
		const { coordinator, rea } = await aConsortium(db);
		const dates = { fromOn: '2026-07-01', toOn: '2026-07-31' };
		await proposeGrant(db, coordinator, reviewer(rea.personId, { role: 'observer', ...dates }), NOW);
		expect(await rolesOf(db, rea, '2026-06-30')).toEqual(['partner']);
		expect(await rolesOf(db, rea, '2026-07-01')).toEqual(['observer', 'partner']);
		expect(await rolesOf(db, rea, '2026-07-31')).toEqual(['observer', 'partner']);
		expect(await rolesOf(db, rea, '2026-08-01')).toEqual(['partner']);
	}));

test('ending a role keeps what was signed under it', () =>
	withDatabase(async (db) => {
		const { projectId, qaLead, rea } = await aConsortium(db);
		const signer = await anActor(db, { projectId, role: 'qa-reviewer', organisationId: rea.organisationId });
		const item = await aDeliverable(db, { projectId });
		await db
			.insertInto('signature')
			.values({
				id: newId(),
				projectId,
				itemId: item.id,
				roundId: null,
				versionId: null,
				personId: signer.personId,
				personName: signer.name,
				organisationId: signer.organisationId,
				organisationAcronym: signer.organisationAcronym,
				role: 'qa-reviewer',
				meaning: 'reviewed',
				statement: 'I reviewed it.',
				covers: '{}',
				coversSha256: 'a'.repeat(64),
				signedAt: NOW.toISOString(),
				authenticatedAt: NOW.toISOString()
			})
			.execute();
		const before = await contentsOf(db, ['signature']);
		const [grant] = signer.grants;
		await revokeGrant(db, qaLead, { grantId: grant?.id ?? '', reason: 'Left the university' }, NOW);
		expect(await rolesOf(db, signer)).toEqual([]);
		expect(await rightsOf(db, signer)).toEqual({ rightsChangedAt: NOW.toISOString() });
		expect(await contentsOf(db, ['signature'])).toBe(before);
		const [ended] = await listGrants(db, projectId, TODAY, signer.personId);
		expect(ended).toMatchObject({ state: 'revoked', revoker: 'Otto', revokeReason: 'Left the university' });
	}));

test('of two coordinators who end each other’s role at the same moment, one stays', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const a = await anActor(db, { projectId, role: 'coordinator' });
		const b = await anActor(db, { projectId, role: 'coordinator' });
		const end = (by: Actor, of: Actor) =>
			revokeGrant(db, by, { grantId: of.grants[0]?.id ?? '', reason: 'a quarrel' }, NOW);
		const answers = await Promise.allSettled([end(a, b), end(b, a)]);
		expect(answers.filter((answer) => answer.status === 'fulfilled')).toHaveLength(1);
		expect([...(await rolesOf(db, a)), ...(await rolesOf(db, b))]).toEqual(['coordinator']);
	}));

test('a coordinator whose account is disabled does not count as one who is left', () =>
	withDatabase(async (db) => {
		const { projectId, coordinator } = await aConsortium(db);
		const gone = await anActor(db, { projectId, role: 'coordinator' });
		await db
			.updateTable('person')
			.set({ disabledAt: NOW.toISOString() })
			.where('id', '=', gone.personId)
			.execute();
		const own = { grantId: coordinator.grants[0]?.id ?? '', reason: 'Enough' };
		expect(await codesOf(revokeGrant(db, coordinator, own, NOW))).toEqual(['last-coordinator']);
	}));

test('a partner takes back a proposal of their own, and nothing else', () =>
	withDatabase(async (db) => {
		const { projectId, coordinator, rea } = await aConsortium(db);
		const colleague = await anActor(db, { projectId, organisationId: rea.organisationId, role: 'observer' });
		const scope = { scopeType: 'organisation', scopeId: rea.organisationId } as const;
		const { id } = await proposeGrant(
			db,
			rea,
			reviewer(colleague.personId, { role: 'partner', ...scope }),
			NOW
		);
		await withdrawProposal(db, rea, { grantId: id, reason: 'A mistake' }, NOW);
		const held = { grantId: colleague.grants[0]?.id ?? '', reason: 'A wish' };
		expect(await codesOf(withdrawProposal(db, rea, held, NOW))).toEqual(['grant-confirmer-role']);
		expect(await codesOf(confirmGrant(db, coordinator, { grantId: id, reference: '' }, NOW))).toEqual([
			'grant-not-proposed'
		]);
	}));
