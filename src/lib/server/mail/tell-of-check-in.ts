import type { Db } from '#db/schema.ts';
import { firstTier, type Tier } from '#lib/domain/check-ins/check-ins.ts';
import type { Period } from '#lib/domain/check-ins/periods.ts';
import type { Day } from '#lib/domain/days.ts';
import type { MailBecause, MailKind } from '#lib/domain/mail/kinds.ts';
import type { Actor, Role } from '#lib/domain/roles.ts';
import { queueMail } from '#lib/server/commands/queue-mail.ts';
import type { AskedOrganisation } from '#lib/server/queries/check-ins/list-asked.ts';
import { confirmedGrants } from '#lib/server/queries/find-project-for.ts';
import { acceptedMail, passedOnMail, returnedMail, submittedMail } from '#lib/text/check-ins/mails.ts';

interface Of {
	actor: Actor;
	period: Pick<Period, 'startsOn' | 'endsOn'> & { today: Day };
	checkInId: string;
	one: AskedOrganisation;
}

/** Those who accept next read what came: the national coordinator, or the coordinator where there is none before. */
export async function tellOfSubmission(
	db: Db,
	of: Of,
	consortium: readonly AskedOrganisation[],
	now: Date
): Promise<void> {
	const { one, period } = of;
	const tier = firstTier(one, consortium);
	const role = tier === 'country' ? 'national-coordinator' : 'coordinator';
	const to = await listHolders(db, of, [role], tier === 'country' ? one.country : null);
	const mail = submittedMail(one.acronym, period);
	await queue(db, of, { kind: 'check-in-submitted', because: role, to, ...mail }, now);
}

/** Whoever reported reads that it was accepted; after the country the coordinator reads that it is their turn. */
export async function tellOfAcceptance(
	db: Db,
	of: Of,
	{ reporterId, tier, note }: { reporterId: string | null; tier: Tier; note: string },
	now: Date
): Promise<void> {
	const { one, period } = of;
	const to = reporterId === null ? [] : [reporterId];
	const mail = acceptedMail(one.acronym, period, tier, note);
	await queue(db, of, { kind: 'check-in-accepted', because: 'reporter', to, ...mail }, now);
	if (tier === 'project') return;
	const next = {
		kind: 'check-in-submitted',
		because: 'coordinator',
		to: await listHolders(db, of, ['coordinator'], null),
		...passedOnMail(one.acronym, period)
	} as const;
	await queue(db, of, next, now);
}

/** It is the organisation's again: whoever may write it reads why. */
export async function tellOfReturn(db: Db, of: Of, reason: string, now: Date): Promise<void> {
	const { one, period } = of;
	const to = await listWriters(db, of);
	const mail = returnedMail(one.acronym, period, reason);
	await queue(db, of, { kind: 'check-in-returned', because: 'member', to, ...mail }, now);
}

interface Told {
	kind: MailKind;
	because: MailBecause;
	to: readonly string[];
	subject: string;
	body: string;
}

async function queue(db: Db, { actor, period, checkInId, one }: Of, told: Told, now: Date): Promise<void> {
	const { projectId, personId: from } = actor;
	const about = { type: 'check-in', id: checkInId, label: told.subject };
	const path = `check-in/${period.startsOn}`;
	const isTheirs = told.because === 'member' || told.because === 'reporter';
	await queueMail(
		db,
		{ projectId, from, ...told, about, path: isTheirs ? path : `${path}/${one.code}` },
		now
	);
}

const WRITERS: readonly Role[] = ['coordinator', 'national-coordinator', 'partner'];

async function listWriters(db: Db, of: Of): Promise<string[]> {
	const members = await db
		.selectFrom('membership')
		.select('personId')
		.where('projectId', '=', of.actor.projectId)
		.where('organisationId', '=', of.one.id)
		.where('toOn', 'is', null)
		.orderBy('personId')
		.execute();
	const holders = await listHolders(db, of, WRITERS, null);
	return members.map(({ personId }) => personId).filter((id) => holders.includes(id));
}

/** Who holds one of the roles today; a role that ended earlier, or begins later, is told nothing. */
async function listHolders(
	db: Db,
	{ actor: { projectId }, period: { today } }: Of,
	roles: readonly Role[],
	scopeId: string | null
): Promise<string[]> {
	const holders = await confirmedGrants(db)
		.where('projectId', '=', projectId)
		.where('role', 'in', roles)
		.where('fromOn', '<=', today)
		.where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', today)]))
		.orderBy('personId')
		.orderBy('id')
		.execute();
	return holders.filter((one) => scopeId === null || one.scopeId === scopeId).map(({ personId }) => personId);
}
