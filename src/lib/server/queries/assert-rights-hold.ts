import type { Db } from '#db/schema.ts';
import { dayIn } from '#lib/domain/days.ts';
import { NotFound, Refusal } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { findActing } from './find-acting.ts';

/**
 * Refuses when a right that the actor came with has ended since it was read: a role, the membership, or the account.
 * Giving back one's own role in this very act is no reason.
 */
export async function assertRightsHold(db: Db, actor: Actor, now: Date): Promise<void> {
	const member = await db
		.selectFrom('membership')
		.innerJoin('person', 'person.id', 'membership.personId')
		.innerJoin('project', 'project.id', 'membership.projectId')
		.select(['membership.organisationId', 'project.timeZone'])
		.where('membership.projectId', '=', actor.projectId)
		.where('membership.personId', '=', actor.personId)
		.where('membership.toOn', 'is', null)
		.where('person.disabledAt', 'is', null)
		.executeTakeFirst();
	if (!member) throw new NotFound();
	const wanted = actor.grants.filter((grant) => grant.by !== 'look').map((grant) => grant.id);
	const today = dayIn(member.timeZone, now);
	const held = wanted.length === 0 ? [] : await listStanding(db, actor, wanted, { today, now });
	const { actingFor, projectId, personId: deputyId, organisationId } = actor;
	const who = { projectId, deputyId, organisationId, today };
	if (actingFor && !(await findActing(db, { id: actingFor.deputyRowId, ...who })))
		throw new Refusal([{ code: 'rights-ended' }]);
	if (member.organisationId !== actor.organisationId || held.length < new Set(wanted).size)
		throw new Refusal([{ code: 'rights-ended' }]);
}

function listStanding(
	db: Db,
	actor: Actor,
	ids: readonly string[],
	{ today, now }: { today: string; now: Date }
) {
	return db
		.selectFrom('roleGrant')
		.select('id')
		.where('id', 'in', ids)
		.where('projectId', '=', actor.projectId)
		.where('confirmedAt', 'is not', null)
		.where((eb) => eb.or([eb('toOn', 'is', null), eb('toOn', '>=', today)]))
		.where((eb) =>
			eb.or([
				eb('revokedAt', 'is', null),
				eb.and([eb('revokedBy', '=', actor.personId), eb('revokedAt', '=', now.toISOString())])
			])
		)
		.execute();
}
