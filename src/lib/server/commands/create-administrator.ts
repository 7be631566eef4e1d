import type { Db } from '#db/schema.ts';
import { searchText } from '#lib/domain/fold.ts';
import { appendAudit, INSTALLATION } from '#lib/server/audit.ts';
import { createLink } from '#lib/server/auth/one-time-links.ts';
import { newId } from '#lib/server/ids.ts';
import { findToday } from '#lib/server/queries/find-today.ts';

interface NewAdministrator {
	email: string;
	name: string;
	/** A project in which the administrator also holds the admin role, as a member of its coordinator. */
	projectSlug: string | null;
}

const COMMAND_LINE = { personId: null, name: 'command line', organisationId: null };

/** Makes an account that looks after the installation, and returns the secret of its invitation. */
export async function createAdministrator(db: Db, input: NewAdministrator, now: Date): Promise<string> {
	return db.transaction().execute(async (db) => {
		const at = now.toISOString();
		const known = await db
			.selectFrom('person')
			.select('id')
			.where('email', '=', input.email)
			.executeTakeFirst();
		if (known) throw new Error(`${input.email} has an account already`);
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
				createdAt: at,
				rightsChangedAt: null,
				administratorSince: at,
				origin: 'entered'
			})
			.execute();
		const record = { type: 'person', id, label: input.email };
		const entry = { chain: INSTALLATION, actor: COMMAND_LINE, act: 'account:create-admin', record };
		await appendAudit(db, entry, now);
		if (input.projectSlug !== null) await grantAdmin(db, { ...input, id }, input.projectSlug, now);
		return createLink(db, { personId: id, kind: 'invitation', createdBy: null }, now);
	});
}

async function grantAdmin(db: Db, person: { id: string; name: string }, slug: string, now: Date) {
	const organisation = await db
		.selectFrom('organisation')
		.innerJoin('project', 'project.id', 'organisation.projectId')
		.select(['organisation.id', 'organisation.projectId'])
		.where('project.slug', '=', slug)
		.orderBy((eb) => eb.case().when('organisation.role', '=', 'coordinator').then(0).else(1).end())
		.orderBy('organisation.position')
		.executeTakeFirst();
	if (!organisation) throw new Error(`there is no project ${slug} with an organisation in it`);
	const { projectId } = organisation;
	const fromOn = await findToday(db, projectId, now);
	const of = { projectId, personId: person.id };
	await db
		.insertInto('membership')
		.values({ id: newId(), ...of, organisationId: organisation.id, fromOn, toOn: null })
		.execute();
	const grant = {
		id: newId(),
		role: 'admin',
		scopeType: 'project',
		scopeId: null,
		fromOn,
		toOn: null,
		reason: 'made at the command line'
	} as const;
	const proposed = { proposedBy: null, proposedAt: now.toISOString() };
	const confirmed = { confirmedBy: null, confirmedAt: now.toISOString() };
	const open = { revokedBy: null, revokedAt: null, revokeReason: null };
	await db
		.insertInto('roleGrant')
		.values({ ...grant, ...of, ...proposed, ...confirmed, ...open })
		.execute();
	const record = { type: 'grant', id: grant.id, label: `${person.name} · admin` };
	await appendAudit(db, { chain: projectId, actor: COMMAND_LINE, act: 'grant:confirm', record }, now);
}
