import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import type { RightsReason } from '#lib/domain/rights-reasons.ts';
import { assertNone, NotFound, Refusal } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { MoveMember } from '#lib/schemas/people.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { watchPerson } from '#lib/server/mail/watch-person.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { lockRights, markRightsChanged } from './change-rights.ts';

/**
 * A person works for another organisation of the project from a day on. What they did stays with the former one, roles
 * that came with it end, and independence counts both.
 */
export function moveMember(db: Db, actor: Actor, input: MoveMember, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		await lockRights(db, actor.projectId);
		assertCan(actor, 'member:move', {});
		const { personId, fromOn, reason } = input;
		const from = await findMembership(db, actor.projectId, personId);
		const to = await findOrganisation(db, actor.projectId, input.organisationId);
		if (!from || !to) throw new NotFound();
		if (personId === actor.personId) throw new Refusal([{ code: 'own-account' }]);
		const today = await findToday(db, actor.projectId, now);
		const isSame = from.organisationId === to.id;
		const reasons: RightsReason[] = [];
		if (isSame)
			reasons.push({ code: 'same-organisation', person: from.name, organisation: from.organisation });
		if (fromOn > today || fromOn < from.fromOn) reasons.push({ code: 'move-not-today', fromOn, today });
		assertNone(reasons);

		const tell = await watchPerson(db, actor, { personId, name: from.name }, now);
		await db.updateTable('membership').set({ toOn: fromOn }).where('id', '=', from.id).execute();
		const membership = { id: newId(), projectId: actor.projectId, personId, organisationId: to.id };
		await db
			.insertInto('membership')
			.values({ ...membership, fromOn, toOn: null })
			.execute();
		await endTies(db, actor, { personId, organisationId: from.organisationId, country: to.country }, now);
		await markRightsChanged(db, personId, now);
		const record = { type: 'person', id: personId, label: from.name };
		const details = { from: from.organisation, to: to.acronym, fromOn, reason };
		await recordAudit(db, actor, 'member:move', record, now, details);
		await tell(to.acronym);
	});
}

/** Roles for the former organisation or for another country, and agreements of deputies, do not move along. */
async function endTies(
	db: Db,
	actor: Actor,
	who: { personId: string; organisationId: string; country: string },
	now: Date
): Promise<void> {
	const at = now.toISOString();
	const why = 'moved to another organisation';
	await db
		.updateTable('roleGrant')
		.set({ revokedBy: actor.personId, revokedAt: at, revokeReason: why })
		.where('projectId', '=', actor.projectId)
		.where('personId', '=', who.personId)
		.where('revokedAt', 'is', null)
		.where((eb) =>
			eb.or([
				eb.and([eb('scopeType', '=', 'organisation'), eb('scopeId', '=', who.organisationId)]),
				eb.and([eb('scopeType', '=', 'country'), eb('scopeId', '!=', who.country)])
			])
		)
		.execute();
	await db
		.updateTable('deputy')
		.set({ endedAt: at, endedBy: actor.personId, endReason: why })
		.where('projectId', '=', actor.projectId)
		.where('endedAt', 'is', null)
		.where((eb) => eb.or([eb('personId', '=', who.personId), eb('deputyId', '=', who.personId)]))
		.execute();
}

function findMembership(db: Db, projectId: string, personId: string) {
	return db
		.selectFrom('membership')
		.innerJoin('person', 'person.id', 'membership.personId')
		.innerJoin('organisation', 'organisation.id', 'membership.organisationId')
		.select(['membership.id', 'membership.fromOn', 'membership.organisationId'])
		.select(['person.name', 'organisation.acronym as organisation'])
		.where('membership.projectId', '=', projectId)
		.where('membership.personId', '=', personId)
		.where('membership.toOn', 'is', null)
		.executeTakeFirst();
}

function findOrganisation(db: Db, projectId: string, id: string) {
	return db
		.selectFrom('organisation')
		.select(['id', 'acronym', 'country'])
		.where('projectId', '=', projectId)
		.where('id', '=', id)
		.executeTakeFirst();
}
