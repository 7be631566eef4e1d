import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { searchText } from '#lib/domain/fold.ts';
import { NotFound, Refusal } from '#lib/domain/reasons.ts';
import { isQaRole, type Actor, type Role } from '#lib/domain/roles.ts';
import type { InvitePerson } from '#lib/schemas/people.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { lockRights, markRightsChanged } from '#lib/server/commands/change-rights.ts';
import { insertGrantProposal } from '#lib/server/commands/propose-grant.ts';
import { queueMail } from '#lib/server/commands/queue-mail.ts';
import { newId } from '#lib/server/ids.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { addedMail, invitationMail } from '#lib/text/mails.ts';
import { createLink, linkUrl } from './one-time-links.ts';

/** Where links of mails lead, and what the project is called in them. */
export interface Sender {
	origin: string;
	project: { slug: string; acronym: string };
}

/**
 * Makes a person a member of the project, with an account where there is none, and with a first role. The link is
 * returned to be shown only for a new account that will not sign for quality assurance: whoever holds it could sign in
 * as that person.
 */
export async function invitePerson(db: Db, actor: Actor, sender: Sender, input: InvitePerson, now: Date) {
	return db.transaction().execute(async (db) => {
		await lockRights(db, actor.projectId);
		assertCan(actor, 'person:invite', {});
		const today = await findToday(db, actor.projectId, now);
		const organisation = await findOrganisation(db, actor.projectId, input.organisationId);
		const known = await findAccount(db, input.email);
		if (known?.projectIds.includes(actor.projectId))
			throw new Refusal([{ code: 'account-exists-here', person: known.name }]);

		const personId = known?.id ?? (await insertPerson(db, input, now));
		const membership = { id: newId(), projectId: actor.projectId, personId, organisationId: organisation.id };
		await db
			.insertInto('membership')
			.values({ ...membership, fromOn: today, toOn: null })
			.execute();
		await markRightsChanged(db, personId, now);
		const record = { type: 'person', id: personId, label: input.email };
		const details = { name: input.name, organisation: organisation.acronym };
		await recordAudit(db, actor, 'person:invite', record, now, details);

		const { role } = input;
		const isConfirmed =
			role !== '' &&
			(await insertGrantProposal(db, actor, { ...input, role, personId }, today, now)).isConfirmed;
		const url = await sendLink(db, actor, sender, { ...input, personId, known }, now);
		return { personId, url, isConfirmed };
	});
}

type Account = NonNullable<Awaited<ReturnType<typeof findAccount>>>;

async function sendLink(
	db: Db,
	actor: Actor,
	{ origin, project }: Sender,
	to: { personId: string; name: string; known: Account | undefined; role: Role | '' },
	now: Date
): Promise<string | null> {
	const about = { name: to.known?.name ?? to.name, by: actor.name, project: project.acronym };
	const mailTo = { projectId: actor.projectId, to: [to.personId] };
	if (to.known?.hasPassword) {
		await queueMail(db, { ...mailTo, ...addedMail({ ...about, url: `${origin}/${project.slug}` }) }, now);
		return null;
	}
	const isShown = to.known === undefined && (to.role === '' || !isQaRole(to.role));
	const shownTo = isShown ? actor.personId : null;
	const link = { personId: to.personId, kind: 'invitation', createdBy: actor.personId, shownTo } as const;
	const secret = await createLink(db, link, now);
	const url = linkUrl(origin, secret);
	await queueMail(db, { ...mailTo, ...invitationMail({ ...about, url }) }, now);
	return isShown ? url : null;
}

async function insertPerson(db: Db, input: InvitePerson, now: Date): Promise<string> {
	const id = newId();
	await db
		.insertInto('person')
		.values({
			id,
			email: input.email,
			name: input.name,
			search: searchText(input.name, input.email),
			passwordHash: null,
			disabledAt: null,
			createdAt: now.toISOString(),
			rightsChangedAt: null,
			origin: 'entered'
		})
		.execute();
	return id;
}

async function findOrganisation(db: Db, projectId: string, id: string) {
	const organisation = await db
		.selectFrom('organisation')
		.select(['id', 'acronym'])
		.where('projectId', '=', projectId)
		.where('id', '=', id)
		.executeTakeFirst();
	if (!organisation) throw new NotFound();
	return organisation;
}

async function findAccount(db: Db, email: string) {
	const rows = await db
		.selectFrom('person')
		.leftJoin('membership', (join) =>
			join.onRef('membership.personId', '=', 'person.id').on('membership.toOn', 'is', null)
		)
		.select(['person.id', 'person.name', 'person.passwordHash', 'membership.projectId'])
		.where('person.email', '=', email)
		.execute();
	const [first] = rows;
	if (!first) return undefined;
	const projectIds = rows.map((row) => row.projectId).filter((id) => id !== null);
	return { id: first.id, name: first.name, hasPassword: first.passwordHash !== null, projectIds };
}
