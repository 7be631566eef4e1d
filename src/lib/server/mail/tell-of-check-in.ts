import type { Db } from '#db/schema.ts';
import { firstTier } from '#lib/domain/check-ins/check-ins.ts';
import type { Period } from '#lib/domain/check-ins/periods.ts';
import type { Role } from '#lib/domain/roles.ts';
import { queueMail } from '#lib/server/commands/queue-mail.ts';
import type { AskedOrganisation } from '#lib/server/queries/check-ins/list-asked.ts';
import { submittedMail, returnedMail } from '#lib/text/check-ins/mails.ts';

interface Of {
	projectId: string;
	period: Pick<Period, 'startsOn' | 'endsOn'>;
	checkInId: string;
	one: AskedOrganisation;
}

/** Those who accept next read what came: the national coordinator, or the coordinator where there is none before. */
export async function tellOfSubmission(
	db: Db,
	{ projectId, period, checkInId, one }: Of,
	consortium: readonly AskedOrganisation[],
	now: Date
): Promise<void> {
	const tier = firstTier(one, consortium);
	const role = tier === 'country' ? 'national-coordinator' : 'coordinator';
	const to = await listHolders(db, projectId, [role], tier === 'country' ? one.country : null);
	const { subject, body } = submittedMail(one.acronym, period);
	const about = { type: 'check-in', id: checkInId, label: subject };
	const path = `check-in/${period.startsOn}/${one.code}`;
	const kind = 'check-in-submitted';
	await queueMail(db, { projectId, kind, to, subject, body, because: role, about, path }, now);
}

/** It is the organisation's again: whoever may write it reads why. */
export async function tellOfReturn(
	db: Db,
	{ projectId, period, checkInId, one }: Of,
	reason: string,
	now: Date
): Promise<void> {
	const to = await listWriters(db, projectId, one.id);
	const { subject, body } = returnedMail(one.acronym, period, reason);
	const about = { type: 'check-in', id: checkInId, label: subject };
	const path = `check-in/${period.startsOn}`;
	await queueMail(
		db,
		{ projectId, kind: 'check-in-returned', to, subject, body, because: 'member', about, path },
		now
	);
}

const WRITERS: readonly Role[] = ['coordinator', 'national-coordinator', 'partner'];

async function listWriters(db: Db, projectId: string, organisationId: string): Promise<string[]> {
	const members = await db
		.selectFrom('membership')
		.select('personId')
		.where('projectId', '=', projectId)
		.where('organisationId', '=', organisationId)
		.where('toOn', 'is', null)
		.orderBy('personId')
		.execute();
	const holders = await listHolders(db, projectId, WRITERS, null);
	return members.map(({ personId }) => personId).filter((id) => holders.includes(id));
}

async function listHolders(
	db: Db,
	projectId: string,
	roles: readonly Role[],
	scopeId: string | null
): Promise<string[]> {
	let holders = db
		.selectFrom('roleGrant')
		.select('personId')
		.distinct()
		.where('projectId', '=', projectId)
		.where('role', 'in', roles)
		.where('confirmedAt', 'is not', null)
		.where('revokedAt', 'is', null)
		.orderBy('personId');
	if (scopeId !== null) holders = holders.where('scopeId', '=', scopeId);
	return (await holders.execute()).map(({ personId }) => personId);
}
