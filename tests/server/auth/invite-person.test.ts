import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import type { InvitePerson } from '#lib/schemas/people.ts';
import { invitePerson } from '#lib/server/auth/invite-person.ts';
import { findLink } from '#lib/server/auth/one-time-links.ts';
import { resetAccount, resetMember } from '#lib/server/auth/reset-person.ts';
import { aPerson } from '#tests/support/builders/a-person.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { codesOf } from '#tests/support/codes-of.ts';
import { refused } from '#tests/support/refused.ts';
import { withDatabase } from '#tests/support/database.ts';
import { contentsOf } from '#tests/support/table-contents.ts';

async function aConsortium(db: Db) {
	const project = await aProject(db);
	const coordinator = await anActor(db, { projectId: project.id, role: 'coordinator' });
	const organisation = await anOrganisation(db, { projectId: project.id });
	const sender = { origin: 'https://desk.example.eu', project };
	return { project, coordinator, organisation, sender };
}

const TABLES = ['person', 'membership', 'roleGrant', 'oneTimeLink', 'outboxMail', 'auditEvent'] as const;
const wish = (organisationId: string, given: Partial<InvitePerson> = {}): InvitePerson => ({
	email: 'aigerim@university.example',
	name: 'Aigerim Sadykova',
	organisationId,
	role: '',
	scopeType: 'project',
	scopeId: null,
	fromOn: null,
	toOn: null,
	reason: '',
	...given
});
const secretOf = (url: string | null) => (url ?? '').split('/link/')[1] ?? '';

test('an invited person is a member with a first role, and gets a link that begins with the origin', () =>
	withDatabase(async (db) => {
		const { coordinator, organisation, sender } = await aConsortium(db);
		const invitation = wish(organisation.id, {
			role: 'partner',
			scopeType: 'organisation',
			scopeId: organisation.id
		});
		const invited = await invitePerson(db, coordinator, sender, invitation, NOW);
		expect(invited.isConfirmed).toBe(true);
		expect(invited.url).toMatch(/^https:\/\/desk\.example\.eu\/link\/[\w-]{43}$/);
		expect(await findLink(db, secretOf(invited.url), NOW)).toMatchObject({ kind: 'invitation' });
		const mail = await db.selectFrom('outboxMail').selectAll().executeTakeFirstOrThrow();
		expect(mail).toMatchObject({ toPersonId: invited.personId, kind: 'invitation' });
		expect(mail.body).toContain(invited.url);
		const acts = await db.selectFrom('auditEvent').select('act').orderBy('sequence').execute();
		expect(acts.map((event) => event.act)).toEqual(['person:invite', 'grant:propose', 'grant:confirm']);
	}));

test('a first role of quality assurance waits for a second person', () =>
	withDatabase(async (db) => {
		const { coordinator, organisation, sender } = await aConsortium(db);
		const invitation = wish(organisation.id, { role: 'qa-reviewer' });
		expect((await invitePerson(db, coordinator, sender, invitation, NOW)).isConfirmed).toBe(false);
	}));

test('an account of another project is added without a link for the inviter', () =>
	withDatabase(async (db) => {
		const { coordinator, organisation, sender } = await aConsortium(db);
		const known = await aPerson(db, { email: 'aigerim@university.example' });
		const invited = await invitePerson(db, coordinator, sender, wish(organisation.id), NOW);
		expect(invited).toMatchObject({ personId: known.id, url: null });
		expect(await db.selectFrom('oneTimeLink').selectAll().execute()).toEqual([]);
	}));

test('an account without a password yet, invited elsewhere, gives its link to nobody but the person', () =>
	withDatabase(async (db) => {
		const { coordinator, organisation, sender } = await aConsortium(db);
		const other = await aConsortium(db);
		const first = await invitePerson(db, other.coordinator, other.sender, wish(other.organisation.id), NOW);
		const second = await invitePerson(db, coordinator, sender, wish(organisation.id), NOW);
		expect(second.url).toBeNull();
		expect(await findLink(db, secretOf(first.url), NOW)).toBeUndefined();
	}));

test('a member is not invited again, and a refused role invites nobody', () =>
	withDatabase(async (db) => {
		const { coordinator, organisation, sender } = await aConsortium(db);
		await invitePerson(db, coordinator, sender, wish(organisation.id), NOW);
		const before = await contentsOf(db, TABLES);
		expect(await codesOf(invitePerson(db, coordinator, sender, wish(organisation.id), NOW))).toEqual([
			'account-exists-here'
		]);
		const unfit = wish(organisation.id, { email: 'other@university.example', role: 'wp-leader' });
		expect(await codesOf(invitePerson(db, coordinator, sender, unfit, NOW))).toEqual(['grant-scope-unfit']);
		expect(await contentsOf(db, TABLES)).toEqual(before);
	}));

test('nobody invites into a foreign organisation, and a partner invites nobody', () =>
	withDatabase(async (db) => {
		const { project, coordinator, sender } = await aConsortium(db);
		const other = await aConsortium(db);
		const partner = await anActor(db, { projectId: project.id });
		const before = await contentsOf(db, TABLES);
		await expect(
			invitePerson(db, coordinator, sender, wish(other.organisation.id), NOW)
		).rejects.toBeInstanceOf(NotFound);
		expect(await codesOf(invitePerson(db, partner, sender, wish(partner.organisationId), NOW))).toEqual([
			'role-needed'
		]);
		expect(await contentsOf(db, TABLES)).toEqual(before);
	}));

test('a new invitation for an account without a password is shown to who makes it, and the trail says so', () =>
	withDatabase(async (db) => {
		const { project, coordinator, sender } = await aConsortium(db);
		const partner = await anActor(db, { projectId: project.id });
		const { url } = await resetMember(db, coordinator, sender, { personId: partner.personId }, NOW);
		expect(await findLink(db, secretOf(url), NOW)).toMatchObject({ personId: partner.personId });
		expect(await db.selectFrom('auditEvent').select(['act', 'actorId']).execute()).toEqual([
			{ act: 'account:link', actorId: coordinator.personId }
		]);
	}));

const ROLES = ['coordinator', 'qa-lead', 'qa-reviewer', 'partner'] as const;
test.each(ROLES)('a link for a %s who has a password goes by mail and is shown to nobody', (role) =>
	withDatabase(async (db) => {
		const { project, coordinator, sender } = await aConsortium(db);
		const { personId } = await anActor(db, { projectId: project.id, role });
		await db.updateTable('person').set({ passwordHash: 'x' }).where('id', '=', personId).execute();
		expect((await resetMember(db, coordinator, sender, { personId }, NOW)).url).toBeNull();
		const [mail] = await db.selectFrom('outboxMail').selectAll().execute();
		expect(mail).toMatchObject({ toPersonId: personId, kind: 'reset' });
		const secret = /link\/([\w-]+)/.exec(mail?.body ?? '')?.[1] ?? '';
		expect(await findLink(db, secret, NOW)).toMatchObject({ personId });
		expect(await contentsOf(db, ['auditEvent'])).not.toContain(secret);
	})
);

test('an invitation with a QA role, and a new link for who holds one, are shown to nobody', () =>
	withDatabase(async (db) => {
		const { coordinator, organisation, sender } = await aConsortium(db);
		const invitation = wish(organisation.id, { role: 'qa-reviewer' });
		const { personId, url } = await invitePerson(db, coordinator, sender, invitation, NOW);
		expect(url).toBeNull();
		expect((await resetMember(db, coordinator, sender, { personId }, NOW)).url).toBeNull();
	}));

test('a coordinator makes no link for an administrator', () =>
	withDatabase(async (db) => {
		const { project, coordinator, sender } = await aConsortium(db);
		const { personId } = await anActor(db, { projectId: project.id, role: 'admin' });
		const attempt = () => resetMember(db, coordinator, sender, { personId }, NOW);
		expect(await refused(db, attempt)).toEqual(['reset-by-administrator']);
	}));

test('nor reach another project through a person who works in both', () =>
	withDatabase(async (db) => {
		const { project, coordinator, sender } = await aConsortium(db);
		const other = await aConsortium(db);
		const person = await anActor(db, { projectId: project.id });
		const membership = { id: 'second', projectId: other.project.id, personId: person.personId };
		const organisationId = other.organisation.id;
		await db
			.insertInto('membership')
			.values({ ...membership, organisationId, fromOn: '2026-01-01', toOn: null })
			.execute();
		const input = { personId: person.personId };
		expect(await codesOf(resetMember(db, coordinator, sender, input, NOW))).toEqual([
			'reset-by-administrator'
		]);
		await expect(
			resetMember(db, coordinator, sender, { personId: other.coordinator.personId }, NOW)
		).rejects.toBeInstanceOf(NotFound);
	}));

test('the administrator is shown the link, and trails, person, coordinator and QA lead are told', () =>
	withDatabase(async (db) => {
		const { project, coordinator, sender } = await aConsortium(db);
		const person = await anActor(db, { projectId: project.id, role: 'qa-lead' });
		const administrator = await aPerson(db);
		const by = { personId: administrator.id, name: administrator.name };
		await resetAccount(db, by, sender.origin, { personId: person.personId }, NOW);
		const events = await db.selectFrom('auditEvent').select(['chain', 'act']).orderBy('chain').execute();
		expect(new Set(events.map((event) => event.chain))).toEqual(new Set(['installation', project.id]));
		const mails = await db.selectFrom('outboxMail').selectAll().where('kind', '=', 'link-shown').execute();
		expect(mails.map((mail) => mail.toPersonId).sort()).toEqual(
			[person.personId, coordinator.personId].sort()
		);
		expect(mails.every((mail) => !mail.body.includes('/link/'))).toBe(true);
	}));
