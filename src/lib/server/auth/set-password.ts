import type { Db } from '#db/schema.ts';
import { passwordBlocks } from '#lib/domain/passwords.ts';
import { assertNone, Refusal } from '#lib/domain/reasons.ts';
import type { ChangePassword, NewPassword } from '#lib/schemas/account.ts';
import { appendAudit, INSTALLATION } from '#lib/server/audit.ts';
import { consumeLink, findLink } from './one-time-links.ts';
import { hashPassword } from './passwords.ts';
import { assertPassword, type Reauthenticating } from './reauthentication.ts';
import { startSession, type Browser } from './sessions.ts';

/** Sets the password by a one-time link and signs in; every other session of the person ends. */
export async function setPasswordByLink(
	db: Db,
	browser: Browser,
	secret: string,
	input: NewPassword,
	now: Date
): Promise<void> {
	const link = await findLink(db, secret, now);
	if (!link) throw new Refusal([{ code: 'link-dead' }]);
	assertNone(newPasswordBlocks(input, link));
	const passwordHash = await hashPassword(input.newPassword);
	const isOurs = await db.transaction().execute(async (db) => {
		if (!(await consumeLink(db, link, now))) return false;
		await db.updateTable('person').set({ passwordHash }).where('id', '=', link.personId).execute();
		await db.deleteFrom('session').where('personId', '=', link.personId).execute();
		await recordPassword(db, link, `password:${link.kind}`, now);
		return true;
	});
	if (!isOurs) throw new Refusal([{ code: 'link-dead' }]);
	await startSession(db, browser, link.personId, now);
}

/** Changes one's own password; every other session ends and this one starts anew. */
export async function changePassword(request: Reauthenticating, input: ChangePassword): Promise<void> {
	const { db, signedIn, now, event } = request;
	assertNone(newPasswordBlocks(input, signedIn));
	await assertPassword(request, input.password);
	const passwordHash = await hashPassword(input.newPassword);
	await db.transaction().execute(async (db) => {
		await db.updateTable('person').set({ passwordHash }).where('id', '=', signedIn.personId).execute();
		await db.deleteFrom('session').where('personId', '=', signedIn.personId).execute();
		await recordPassword(db, signedIn, 'password:change', now);
	});
	await startSession(db, event, signedIn.personId, now);
}

function newPasswordBlocks(input: NewPassword, person: { email: string; name: string }) {
	const blocks = passwordBlocks(input.newPassword, person);
	return input.newPassword === input.newPasswordAgain
		? blocks
		: [...blocks, { code: 'password-repeat-differs' } as const];
}

async function recordPassword(
	db: Db,
	person: { personId: string; name: string; email: string },
	act: string,
	now: Date
): Promise<void> {
	const actor = { personId: person.personId, name: person.name, organisationId: null };
	const record = { type: 'person', id: person.personId, label: person.email };
	await appendAudit(db, { chain: INSTALLATION, actor, act, record }, now);
}
