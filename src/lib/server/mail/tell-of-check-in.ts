import type { Db } from '#db/schema.ts';
import { firstTier } from '#lib/domain/check-ins/check-ins.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Role } from '#lib/domain/roles.ts';
import type { TakenPeriod } from '#lib/server/commands/check-ins/take-period.ts';
import { queueMail } from '#lib/server/commands/queue-mail.ts';
import type { AskedOrganisation } from '#lib/server/queries/check-ins/list-asked.ts';
import { confirmedGrants } from '#lib/server/queries/find-project-for.ts';
import { submittedMail, returnedMail } from '#lib/text/check-ins/mails.ts';

interface Of {
	projectId: string;
	period: Pick<TakenPeriod, 'startsOn' | 'endsOn' | 'today'>;
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
	const holders = await listHolders(db, projectId, [role], period.today);
	const to = holders
		.filter(({ scopeId }) => tier === 'project' || scopeId === one.country)
		.map(({ personId }) => personId);
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
	const to = await listWriters(db, projectId, one.id, period.today);
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

async function listWriters(db: Db, projectId: string, organisationId: string, today: Day): Promise<string[]> {
	const members = await db
		.selectFrom('membership')
		.select('personId')
		.where('projectId', '=', projectId)
		.where('organisationId', '=', organisationId)
		.where('toOn', 'is', null)
		.orderBy('personId')
		.execute();
	const holders = await listHolders(db, projectId, WRITERS, today);
	return members.map(({ personId }) => personId).filter((id) => holders.some((one) => one.personId === id));
}

/** Who holds one of the roles on a day; a role that ended earlier, or begins later, is told nothing. */
function listHolders(db: Db, projectId: string, roles: readonly Role[], today: Day) {
	return confirmedGrants(db)
		.where('projectId', '=', projectId)
		.where('role', 'in', roles)
		.where('fromOn', '<=', today)
		.where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', today)]))
		.orderBy('personId')
		.orderBy('id')
		.execute();
}
