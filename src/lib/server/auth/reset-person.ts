import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { NotFound, Refusal } from '#lib/domain/reasons.ts';
import { isQaRole, type Actor } from '#lib/domain/roles.ts';
import type { PersonInput } from '#lib/schemas/people.ts';
import { appendAudit, INSTALLATION, recordAudit } from '#lib/server/audit.ts';
import { queueMail } from '#lib/server/commands/queue-mail.ts';
import { findDeciders } from '#lib/server/queries/find-deciders.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { invitationMail, resetMail, shownLinkMail } from '#lib/text/mails.ts';
import type { Sender } from './invite-person.ts';
import { createLink, linkUrl } from './one-time-links.ts';

/**
 * A new link for a member, by mail. It is returned to be shown only while the account is new, of this project alone and
 * signs nothing for quality assurance: whoever holds it could sign in as that person.
 */
export async function resetMember(db: Db, actor: Actor, sender: Sender, input: PersonInput, now: Date) {
	return db.transaction().execute(async (db) => {
		assertCan(actor, 'account:manage', {});
		const person = await findAccountFacts(db, input.personId);
		if (!person?.projectIds.includes(actor.projectId)) throw new NotFound();
		if (person.id === actor.personId) throw new Refusal([{ code: 'own-account' }]);
		const because = reservedBecause(person);
		if (because) throw new Refusal([{ code: 'reset-by-administrator', person: person.name, because }]);

		const by = { personId: actor.personId, name: actor.name };
		const isShown = !person.hasPassword && !person.hasQaRole;
		const shownTo = isShown ? actor.personId : null;
		const of = { project: sender.project.acronym, projectId: actor.projectId, origin: sender.origin };
		const url = await insertLink(db, person, { by, ...of, shownTo }, now);
		const record = { type: 'person', id: person.id, label: person.email };
		await recordAudit(db, actor, 'account:link', record, now, { shown: isShown });
		return { name: person.name, url: isShown ? url : null };
	});
}

/**
 * The same for any account, by who looks after the installation. Where no mail goes out it is the only way back in, so
 * the link is shown, and loudly: in every trail, and to the person, the coordinators and the QA leads.
 */
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
		const about = { by: administrator, project: null, projectId: null, origin, shownTo: null };
		const url = await insertLink(db, person, about, now);
		const actor = { ...administrator, organisationId: null };
		const record = { type: 'person', id: person.id, label: person.email };
		const entry = { actor, act: 'account:link', record, details: { shown: true } };
		for (const chain of [INSTALLATION, ...person.projectIds]) await appendAudit(db, { chain, ...entry }, now);
		const told = await listWatchers(db, person, now);
		const notice = shownLinkMail({ name: person.name, by: administrator.name });
		await queueMail(db, { projectId: null, to: told, ...notice }, now);
		return { name: person.name, url };
	});
}

/** The person, and who leads and who checks the projects they work in. */
async function listWatchers(db: Db, person: AccountFacts, now: Date): Promise<string[]> {
	const watchers = [person.id];
	for (const projectId of person.projectIds) {
		const deciders = await findDeciders(db, projectId, await findToday(db, projectId, now));
		watchers.push(...[...deciders.coordinators, ...deciders.qaLeads].map((one) => one.personId));
	}
	return watchers;
}

interface LinkAbout {
	by: { personId: string | null; name: string };
	shownTo: string | null;
	project: string | null;
	projectId: string | null;
	origin: string;
}

async function insertLink(db: Db, person: AccountFacts, about: LinkAbout, now: Date): Promise<string> {
	const kind = person.hasPassword ? 'reset' : 'invitation';
	const { by, shownTo } = about;
	const secret = await createLink(db, { personId: person.id, kind, createdBy: by.personId, shownTo }, now);
	const url = linkUrl(about.origin, secret);
	const words = { name: person.name, by: by.name, project: about.project, url };
	const mail = kind === 'reset' ? resetMail(words) : invitationMail(words);
	await queueMail(db, { projectId: about.projectId, to: [person.id], ...mail }, now);
	return url;
}

/** Accounts that are more than this project's are not the coordinator's to reset. */
function reservedBecause(person: AccountFacts) {
	if (person.isAdministrator) return 'administrator';
	return person.projectIds.length > 1 ? 'other-project' : null;
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
