import type { Db } from '#db/schema.ts';
import type { Subject } from '#lib/domain/can.ts';
import { decidersOn } from '#lib/domain/mail/deciders.ts';
import type { Permission } from '#lib/domain/permissions.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { queueMail, type QueuedMail } from '#lib/server/commands/queue-mail.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { listActingMembers } from '#lib/server/queries/list-acting-members.ts';

interface Asked extends Pick<QueuedMail, 'subject' | 'body' | 'about' | 'path' | 'occasion'> {
	permission: Permission;
	of: Subject;
}

/** What somebody proposed or reported lies with whoever may decide on it next. */
export async function tellDeciders(
	db: Db,
	actor: Actor,
	{ permission, of, ...mail }: Asked,
	now: Date
): Promise<void> {
	const people = await listActingMembers(db, actor.projectId, await findToday(db, actor.projectId, now));
	const to = decidersOn(permission, of, people, actor.personId).map(({ personId }) => personId);
	await tellAsked(db, actor, to, mail, now);
}

type Words = Omit<Asked, 'permission' | 'of'>;

/** The same where it is known who decides. */
export async function tellAsked(
	db: Db,
	{ projectId, personId: from }: Actor,
	to: readonly string[],
	mail: Words,
	now: Date
): Promise<void> {
	await queueMail(db, { projectId, from, to, kind: 'ball', because: 'holder', ...mail }, now);
}

/** Whoever proposed it reads what became of it; nobody where they are not known any more. */
export async function tellProposer(
	db: Db,
	{ projectId, personId: from }: Actor,
	proposerId: string | null,
	mail: Words,
	now: Date
): Promise<void> {
	const to = proposerId === null ? [] : [proposerId];
	const kind = 'proposal-decided';
	await queueMail(db, { projectId, from, to, kind, because: 'proposer', ...mail }, now);
}
