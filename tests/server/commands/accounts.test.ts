import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import { readSession, startSession } from '#lib/server/auth/sessions.ts';
import { endMembership } from '#lib/server/commands/end-membership.ts';
import { revokeGrant } from '#lib/server/commands/revoke-grant.ts';
import { endOtherSessions, endOwnSession, renameSelf } from '#lib/server/commands/manage-own-account.ts';
import { disableAccount, enableAccount } from '#lib/server/commands/set-account-state.ts';
import { listActiveGrants } from '#lib/server/http/context.ts';
import { findProjectFor } from '#lib/server/queries/find-project-for.ts';
import { listAccounts } from '#lib/server/queries/list-accounts.ts';
import { findAdministratorScope, isInScope } from '#lib/server/queries/find-administrator-scope.ts';
import { aBrowser } from '#tests/support/a-browser.ts';
import { aPerson } from '#tests/support/builders/a-person.ts';
import { aProject, NOW, TODAY } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { codesOf } from '#tests/support/codes-of.ts';
import { withDatabase } from '#tests/support/database.ts';
import { contentsOf } from '#tests/support/table-contents.ts';

async function signedIn(db: Db, personId: string) {
	const browser = aBrowser();
	await startSession(db, browser, personId, NOW);
	const self = await readSession(db, browser, NOW);
	if (!self) throw new Error('not signed in');
	return { browser, self };
}

test('leaving a project ends membership and roles, and nothing of another project', () =>
	withDatabase(async (db) => {
		const { id: projectId, slug } = await aProject(db);
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		const partner = await anActor(db, { projectId });
		const input = { personId: partner.personId, reason: 'Left the university' };
		await endMembership(db, coordinator, input, NOW);
		expect(await findProjectFor(db, slug, partner.personId)).toBeUndefined();
		expect(await listActiveGrants(db, projectId, partner.personId, TODAY)).toEqual([]);
		await expect(endMembership(db, coordinator, input, NOW)).rejects.toBeInstanceOf(NotFound);
	}));

test('a coordinator alone takes no QA reviewer out while a QA lead is there to end that role first', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		const lead = await anActor(db, { projectId, role: 'qa-lead' });
		const reviewer = await anActor(db, { projectId, role: 'qa-reviewer' });
		const out = (personId: string) => endMembership(db, coordinator, { personId, reason: 'x' }, NOW);
		expect(await codesOf(out(reviewer.personId))).toEqual(['grant-confirmer-role']);
		expect(await listActiveGrants(db, projectId, reviewer.personId, TODAY)).toHaveLength(1);

		const [grant] = reviewer.grants;
		await revokeGrant(db, lead, { grantId: grant?.id ?? '', reason: 'leaves' }, NOW);
		await out(reviewer.personId);
	}));

test('nobody takes themselves out, nor a person of another project', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		const foreign = await anActor(db, { projectId: (await aProject(db)).id });
		const before = await contentsOf(db, ['membership', 'roleGrant', 'auditEvent']);
		const out = (personId: string) => endMembership(db, coordinator, { personId, reason: 'x' }, NOW);
		expect(await codesOf(out(coordinator.personId))).toEqual(['own-account']);
		await expect(out(foreign.personId)).rejects.toBeInstanceOf(NotFound);
		expect(await contentsOf(db, ['membership', 'roleGrant', 'auditEvent'])).toBe(before);
	}));

test('a disabled account is signed out everywhere until it is enabled again', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const partner = await anActor(db, { projectId });
		const administrator = { personId: (await aPerson(db)).id, name: 'Ada' };
		const { browser } = await signedIn(db, partner.personId);
		await disableAccount(db, administrator, { personId: partner.personId }, NOW);
		expect(await readSession(db, browser, NOW)).toBeNull();
		await enableAccount(db, administrator, { personId: partner.personId }, NOW);
		expect(await readSession(db, browser, NOW)).toBeNull();
		const events = await db.selectFrom('auditEvent').select(['chain', 'act']).orderBy('sequence').execute();
		expect(events).toEqual([
			{ chain: 'installation', act: 'account:disable' },
			{ chain: 'installation', act: 'account:enable' }
		]);
	}));

test('the last coordinator of any project and one’s own account are not disabled', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		const administrator = { personId: (await aPerson(db)).id, name: 'Ada' };
		const off = (personId: string) => disableAccount(db, administrator, { personId }, NOW);
		expect(await codesOf(off(coordinator.personId))).toEqual(['last-coordinator']);
		expect(await codesOf(off(administrator.personId))).toEqual(['own-account']);
		expect(await db.selectFrom('person').select('id').where('disabledAt', 'is not', null).execute()).toEqual(
			[]
		);
	}));

test('one ends one’s own other sessions, never those of somebody else', () =>
	withDatabase(async (db) => {
		const person = await aPerson(db);
		const here = await signedIn(db, person.id);
		const there = await signedIn(db, person.id);
		const stranger = await signedIn(db, (await aPerson(db)).id);
		const end = (sessionId: string) => endOwnSession(db, here.self, { sessionId }, NOW);
		await expect(end(stranger.self.sessionId)).rejects.toBeInstanceOf(NotFound);
		await end(there.self.sessionId);
		expect(await readSession(db, there.browser, NOW)).toBeNull();

		const third = await signedIn(db, person.id);
		await endOtherSessions(db, here.self, NOW);
		expect(await readSession(db, third.browser, NOW)).toBeNull();
		expect(await readSession(db, here.browser, NOW)).not.toBeNull();
		expect(await readSession(db, stranger.browser, NOW)).not.toBeNull();
	}));

test('a new name is found by search, and the trail keeps the earlier one', () =>
	withDatabase(async (db) => {
		const { self } = await signedIn(db, (await aPerson(db, { name: 'Anna' })).id);
		await renameSelf(db, self, { name: 'Әнел Қасымова' }, NOW);
		const person = await db.selectFrom('person').select(['name', 'search']).executeTakeFirstOrThrow();
		expect(person.name).toBe('Әнел Қасымова');
		expect(person.search).toContain('анел касымова');
		const { details } = await db.selectFrom('auditEvent').select('details').executeTakeFirstOrThrow();
		expect(JSON.parse(details)).toEqual({ from: 'Anna', to: 'Әнел Қасымова' });
	}));

test('who looks after the installation: an admin of a project today, or made at the command line', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const admin = await anActor(db, { projectId, role: 'admin' });
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		const made = await aPerson(db, { administratorSince: NOW.toISOString() });
		const is = (personId: string, today = TODAY) => findAdministratorScope(db, personId, today);
		expect(await is(admin.personId)).toEqual([projectId]);
		expect(await is(made.id)).toBe('installation');
		expect(await is(coordinator.personId)).toEqual([]);
		expect(await is(admin.personId, '2023-11-30')).toEqual([]);
		await db.updateTable('roleGrant').set({ revokedAt: NOW.toISOString() }).execute();
		expect(await is(admin.personId)).toEqual([]);
	}));

test('the admin of a project sees its members only, and changes no account that is more than theirs', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const other = await aProject(db);
		const admin = await anActor(db, { projectId, role: 'admin' });
		const inside = await anActor(db, { projectId });
		const both = await anActor(db, { projectId });
		const stranger = await anActor(db, { projectId: other.id });
		const organisationId = stranger.organisationId;
		const second = { id: 'second', projectId: other.id, personId: both.personId, organisationId };
		await db
			.insertInto('membership')
			.values({ ...second, fromOn: TODAY, toOn: null })
			.execute();
		const scope = await findAdministratorScope(db, admin.personId, TODAY);
		const seen = (await listAccounts(db, scope)).map((account) => account.id);
		expect(seen.sort()).toEqual([admin.personId, inside.personId, both.personId].sort());
		const may = (personId: string) => isInScope(db, scope, personId);
		expect([await may(inside.personId), await may(both.personId), await may(stranger.personId)]).toEqual([
			true,
			false,
			false
		]);
		expect(await listAccounts(db, 'installation')).toHaveLength(4);
	}));
