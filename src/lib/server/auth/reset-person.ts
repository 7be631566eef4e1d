import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { NotFound, Refusal } from '#lib/domain/reasons.ts';
import { isQaRole, type Actor } from '#lib/domain/roles.ts';
import type { PersonInput } from '#lib/schemas/people.ts';
import { appendAudit, INSTALLATION, recordAudit } from '#lib/server/audit.ts';
import { queueMail } from '#lib/server/commands/queue-mail.ts';
import { invitationMail, resetMail } from '#lib/text/mails.ts';
import type { Sender } from './invite-person.ts';
import { createLink, linkUrl } from './one-time-links.ts';

/** A new link for a member, who has a password already or not. Returned to be shown once. */
export async function resetMember(db: Db, actor: Actor, sender: Sender, input: PersonInput, now: Date) {
	return db.transaction().execute(async (db) => {
		assertCan(actor, 'account:manage', {});
		const person = await findAccountFacts(db, input.personId);
		if (!person?.projectIds.includes(actor.projectId)) throw new NotFound();
		if (person.id === actor.personId) throw new Refusal([{ code: 'own-account' }]);
		const because = reservedBecause(person);
		if (because) throw new Refusal([{ code: 'reset-by-administrator', person: person.name, because }]);

		const by = { personId: actor.personId, name: actor.name };
		const about = { by, project: sender.project.acronym, projectId: actor.projectId, origin: sender.origin };
		const url = await insertLink(db, person, about, now);
		const record = { type: 'person', id: person.id, label: person.email };
		await recordAudit(db, actor, 'account:link', record, now);
		return { name: person.name, url };
	});
}

/** The same for any account, by who looks after the installation. */
export async function resetAccount(
	db: Db,
	administrator: { personId: string | null; name: string },
	origin: string,
	input: PersonInput,
	now: Date
) {
	return db.transaction().execute(async (db) => {
		const person = await findAccountFacts(db, input.personId);
		if (!person) throw new NotFound();
		const about = { by: administrator, project: null, projectId: null, origin };
		const url = await insertLink(db, person, about, now);
		const actor = { ...administrator, organisationId: null };
		const record = { type: 'person', id: person.id, label: person.email };
		await appendAudit(db, { chain: INSTALLATION, actor, act: 'account:link', record }, now);
		for (const chain of person.projectIds)
			await appendAudit(db, { chain, actor, act: 'account:link', record }, now);
		return { name: person.name, url };
	});
}

interface LinkAbout {
	by: { personId: string | null; name: string };
	project: string | null;
	projectId: string | null;
	origin: string;
}

async function insertLink(db: Db, person: AccountFacts, about: LinkAbout, now: Date): Promise<string> {
	const kind = person.hasPassword ? 'reset' : 'invitation';
	const secret = await createLink(db, { personId: person.id, kind, createdBy: about.by.personId }, now);
	const url = linkUrl(about.origin, secret);
	const words = { name: person.name, by: about.by.name, project: about.project, url };
	const mail = kind === 'reset' ? resetMail(words) : invitationMail(words);
	await queueMail(db, { projectId: about.projectId, to: [person.id], ...mail }, now);
	return url;
}

/** Whoever holds the link can sign in as that person: a coordinator must not become a reviewer by it, nor reach another project. */
function reservedBecause(person: AccountFacts) {
	if (person.isAdministrator) return 'administrator';
	if (person.projectIds.length > 1) return 'other-project';
	return person.hasQaRole ? 'qa-role' : null;
}

type AccountFacts = NonNullable<Awaited<ReturnType<typeof findAccountFacts>>>;

async function findAccountFacts(db: Db, personId: string) {
	const person = await db
		.selectFrom('person')
		.select(['id', 'name', 'email', 'passwordHash', 'administratorSince'])
		.where('id', '=', personId)
		.where('disabledAt', 'is', null)
		.executeTakeFirst();
	if (!person) return undefined;
	const memberships = await db
		.selectFrom('membership')
		.select('projectId')
		.where('personId', '=', personId)
		.where('toOn', 'is', null)
		.orderBy('projectId')
		.execute();
	const grants = await db
		.selectFrom('roleGrant')
		.select('role')
		.where('personId', '=', personId)
		.where('revokedAt', 'is', null)
		.execute();
	const { passwordHash, administratorSince, ...account } = person;
	return {
		...account,
		hasPassword: passwordHash !== null,
		projectIds: memberships.map((membership) => membership.projectId),
		hasQaRole: grants.some((grant) => isQaRole(grant.role)),
		isAdministrator: administratorSince !== null || grants.some((grant) => grant.role === 'admin')
	};
}
