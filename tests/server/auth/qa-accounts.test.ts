import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { invitePerson } from '#lib/server/auth/invite-person.ts';
import { consumeLink, findLink } from '#lib/server/auth/one-time-links.ts';
import { resetMember } from '#lib/server/auth/reset-person.ts';
import { confirmGrant } from '#lib/server/commands/confirm-grant.ts';
import { proposeGrant } from '#lib/server/commands/propose-grant.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { withDatabase } from '#tests/support/database.ts';
import { refused } from '#tests/support/refused.ts';

/** Somebody whom a coordinator invited, seeing the link, and then proposed as a reviewer. */
async function anInvitedReviewer(db: Db) {
	const project = await aProject(db);
	const coordinator = await anActor(db, { projectId: project.id, role: 'coordinator', name: 'Nuria' });
	const qaLead = await anActor(db, { projectId: project.id, role: 'qa-lead' });
	const sender = { origin: 'https://desk.example.eu', project };
	const open = { scopeType: 'project', scopeId: null, fromOn: null, toOn: null, reason: '' } as const;
	const person = { email: 'rea@university.example', name: 'Rea', organisationId: qaLead.organisationId };
	const invited = await invitePerson(db, coordinator, sender, { ...person, ...open, role: '' }, NOW);
	const { personId } = invited;
	const grant = await proposeGrant(db, coordinator, { personId, role: 'qa-reviewer', ...open }, NOW);
	const use = async (secret: string, at = NOW) => {
		const link = await findLink(db, secret, at);
		if (!link) return false;
		await consumeLink(db, link, at);
		await db.updateTable('person').set({ passwordHash: 'x' }).where('id', '=', personId).execute();
		return true;
	};
	return {
		personId,
		coordinator,
		sender,
		secret: invited.url?.split('/link/')[1] ?? '',
		use,
		confirm: () => confirmGrant(db, qaLead, { grantId: grant.id, reference: '' }, NOW)
	};
}

const mailedSecret = async (db: Db) => {
	const mail = await db.selectFrom('outboxMail').select('body').orderBy('id', 'desc').executeTakeFirst();
	return /link\/([\w-]+)/.exec(mail?.body ?? '')?.[1] ?? '';
};

test('a link that the inviter saw stops working when the person is confirmed as a reviewer', () =>
	withDatabase(async (db) => {
		const { secret, use, confirm } = await anInvitedReviewer(db);
		expect(await findLink(db, secret, NOW)).toBeDefined();
		await confirm();
		expect(await use(secret)).toBe(false);
	}));

test('a link sent by mail only still works after it', () =>
	withDatabase(async (db) => {
		const { personId, coordinator, sender, use, confirm } = await anInvitedReviewer(db);
		await resetMember(db, coordinator, sender, { personId }, NOW);
		const secret = await mailedSecret(db);
		await confirm();
		expect(await use(secret)).toBe(true);
	}));

test('who chose the password by a link that the inviter saw is confirmed only after a new one by mail', () =>
	withDatabase(async (db) => {
		const { personId, coordinator, sender, secret, use, confirm } = await anInvitedReviewer(db);
		await use(secret);
		expect(await refused(db, confirm)).toEqual(['account-unproven']);
		expect((await resetMember(db, coordinator, sender, { personId }, NOW)).url).toBeNull();
		expect(await refused(db, confirm)).toEqual(['account-unproven']);
		await use(await mailedSecret(db), new Date(NOW.getTime() + 60_000));
		await confirm();
	}));
