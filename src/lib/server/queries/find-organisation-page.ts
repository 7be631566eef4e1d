import { listSources } from './list-sources.ts';
import type { Db } from '#db/schema.ts';
import { can, mayAlways, mayEver, type Subject } from '#lib/domain/can.ts';
import type { Actor } from '#lib/domain/roles.ts';

/** An organisation with its sources, its people and what it leads, as far as the actor may see each. */
export async function findOrganisationPage(db: Db, actor: Actor, code: string) {
	const organisation = await db
		.selectFrom('organisation')
		.selectAll()
		.where('projectId', '=', actor.projectId)
		.where('code', '=', code)
		.executeTakeFirst();
	if (!organisation) return undefined;
	const { search: _, projectId: __, ...shown } = organisation;
	return {
		organisation: shown,
		mayEdit: can(actor, 'organisation:edit', organisationSubject(organisation)).ok,
		sources: await listSources(db, actor.projectId, organisation.id),
		people: mayEver(actor, 'person:read') ? await listMembers(db, actor.projectId, organisation.id) : [],
		workPackages: mayEver(actor, 'work-package:read')
			? await listLedWorkPackages(db, actor.projectId, organisation.id)
			: [],
		items: await listLedItems(db, actor, organisation.id)
	};
}

export function organisationSubject(organisation: { id: string; country: string }): Subject {
	return { organisationIds: [organisation.id], countries: [organisation.country] };
}

async function listMembers(db: Db, projectId: string, organisationId: string) {
	return db
		.selectFrom('membership')
		.innerJoin('person', 'person.id', 'membership.personId')
		.select(['person.id', 'person.name', 'person.origin'])
		.where('membership.projectId', '=', projectId)
		.where('membership.organisationId', '=', organisationId)
		.where('membership.toOn', 'is', null)
		.orderBy('person.name')
		.orderBy('person.id')
		.execute();
}

async function listLedWorkPackages(db: Db, projectId: string, organisationId: string) {
	return db
		.selectFrom('workPackage')
		.select(['id', 'number', 'title', 'leadOrganisationId'])
		.where('projectId', '=', projectId)
		.where((eb) =>
			eb.or([eb('leadOrganisationId', '=', organisationId), eb('coLeadOrganisationId', '=', organisationId)])
		)
		.orderBy('number')
		.execute();
}

/** Kinds of items of which the actor may see only some are left to their own lists. */
async function listLedItems(db: Db, actor: Actor, organisationId: string) {
	const kinds = [
		...(mayAlways(actor, 'deliverable:read') ? (['deliverable'] as const) : []),
		...(mayAlways(actor, 'milestone:read') ? (['milestone'] as const) : [])
	];
	if (kinds.length === 0) return [];
	return db
		.selectFrom('item')
		.select(['id', 'kind', 'code', 'title', 'origin'])
		.where('projectId', '=', actor.projectId)
		.where('leadOrganisationId', '=', organisationId)
		.where('kind', 'in', kinds)
		.orderBy('kind')
		.orderBy('position')
		.orderBy('code')
		.execute();
}
