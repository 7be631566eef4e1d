import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { EndOffice, NameOfficer } from '#lib/schemas/catalogue/signing.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { listOfficers } from '#lib/server/queries/list-officers.ts';
import { watchHolder } from '#lib/server/mail/tell-holder.ts';
import { findAlgorithm } from '#lib/server/queries/find-algorithm.ts';
import { nextStep } from '#lib/domain/catalogue/algorithm.ts';
import { lockProject } from './lock-project.ts';

/** An awarding organisation names one of its people to approve its micro-credentials. */
export function nameOfficer(db: Db, actor: Actor, input: NameOfficer, now: Date): Promise<{ name: string }> {
	return db.transaction().execute(async (db) => {
		const { projectId } = actor;
		await lockProject(db, projectId);
		const organisation = await findOrganisation(db, projectId, input.organisationId);
		if (!organisation) throw new NotFound();
		assertCan(actor, 'officer:name', subjectOf(organisation));
		const member = await db
			.selectFrom('membership')
			.innerJoin('person', 'person.id', 'membership.personId')
			.select(['person.name', 'membership.organisationId'])
			.where('membership.projectId', '=', projectId)
			.where('membership.personId', '=', input.personId)
			.where('membership.toOn', 'is', null)
			.executeTakeFirst();
		if (!member) throw new NotFound();
		const { office, fromOn, toOn } = input;
		const named = await listOfficers(db, projectId);
		const isSame = named.some(
			(one) =>
				one.personId === input.personId &&
				one.organisationId === organisation.id &&
				(one.toOn === null || one.toOn >= fromOn)
		);
		assertNone([
			...(member.organisationId === organisation.id
				? []
				: [
						{
							code: 'officer-of-other',
							person: member.name,
							organisation: organisation.acronym
						} as const
					]),
			...(isSame ? [{ code: 'officer-already', person: member.name } as const] : []),
			...(toOn !== null && toOn < fromOn ? [{ code: 'office-ends-before-start', fromOn, toOn } as const] : [])
		]);

		const tells = [];
		for (const item of await listAwaiting(db, projectId, organisation.id))
			tells.push(await watchHolder(db, actor, item, now));
		const id = newId();
		await db
			.insertInto('awardingOfficer')
			.values({
				id,
				projectId,
				organisationId: organisation.id,
				personId: input.personId,
				office,
				fromOn,
				toOn,
				namedBy: actor.personId,
				namedAt: now.toISOString()
			})
			.execute();
		const record = { type: 'officer', id, label: `${member.name} (${organisation.acronym})` };
		await recordAudit(db, actor, 'officer:name', record, now, { office, fromOn, toOn });
		for (const tell of tells) await tell();
		return { name: member.name };
	});
}

/** Entries of the organisation whose next step an officer signs. */
async function listAwaiting(db: Db, projectId: string, organisationId: string) {
	const { algorithm } = await findAlgorithm(db, projectId);
	const items = await db
		.selectFrom('item')
		.select(['id', 'kind', 'code', 'title', 'state'])
		.where('projectId', '=', projectId)
		.where('kind', '=', 'entry')
		.where((eb) =>
			eb.or([
				eb('leadOrganisationId', '=', organisationId),
				eb.exists(
					eb
						.selectFrom('entryBody')
						.select('entryBody.itemId')
						.whereRef('entryBody.itemId', '=', 'item.id')
						.where('entryBody.organisationId', '=', organisationId)
						.where('entryBody.removedAt', 'is', null)
				)
			])
		)
		.orderBy('code')
		.execute();
	return items.filter(({ state }) => nextStep(algorithm, state)?.actor === 'officer');
}

/** Ends an office on a day; what the officer signed stays. */
export function endOffice(db: Db, actor: Actor, input: EndOffice, now: Date): Promise<{ name: string }> {
	return db.transaction().execute(async (db) => {
		await lockProject(db, actor.projectId);
		const officers = await listOfficers(db, actor.projectId);
		const officer = officers.find((one) => one.id === input.officerId);
		const organisation = officer && (await findOrganisation(db, actor.projectId, officer.organisationId));
		if (!officer || !organisation) throw new NotFound();
		assertCan(actor, 'officer:name', subjectOf(organisation));
		const { fromOn } = officer;
		const { toOn } = input;
		assertNone([
			...(officer.toOn !== null && officer.toOn < toOn ? [{ code: 'office-ended' } as const] : []),
			...(toOn < fromOn ? [{ code: 'office-ends-before-start', fromOn, toOn } as const] : [])
		]);

		await db.updateTable('awardingOfficer').set({ toOn }).where('id', '=', officer.id).execute();
		const label = `${officer.person} (${organisation.acronym})`;
		await recordAudit(db, actor, 'officer:end', { type: 'officer', id: officer.id, label }, now, { toOn });
		return { name: officer.person };
	});
}

function findOrganisation(db: Db, projectId: string, id: string) {
	return db
		.selectFrom('organisation')
		.select(['id', 'acronym', 'country'])
		.where('projectId', '=', projectId)
		.where('id', '=', id)
		.executeTakeFirst();
}

function subjectOf(organisation: { id: string; country: string }) {
	return {
		leadOrganisationId: organisation.id,
		organisationIds: [organisation.id],
		countries: [organisation.country]
	};
}
