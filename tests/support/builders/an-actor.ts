import type { Db } from '#db/schema.ts';
import type { Actor, Role, ScopeType } from '#lib/domain/roles.ts';
import { newId } from '#lib/server/ids.ts';
import { next, NOW } from './a-project.ts';
import { anOrganisation } from './an-organisation.ts';

interface GivenActor {
	projectId: string;
	/** A new organisation of its own when left out. */
	organisationId?: string;
	role?: Role;
	scope?: { type: ScopeType; id: string };
	name?: string;
}

/** A person who is a member of the project and holds one role, for the whole project unless a scope is given. */
export async function anActor(db: Db, given: GivenActor): Promise<Actor> {
	const { projectId, role = 'partner', name = `Person ${next()}` } = given;
	const organisationId = given.organisationId ?? (await anOrganisation(db, { projectId })).id;
	const organisation = await db
		.selectFrom('organisation')
		.select(['acronym', 'country'])
		.where('id', '=', organisationId)
		.executeTakeFirstOrThrow();
	const personId = newId();
	const email = `person-${next()}@example.org`;
	const at = NOW.toISOString();
	await db
		.insertInto('person')
		.values({
			id: personId,
			email,
			name,
			search: name.toLowerCase(),
			passwordHash: null,
			disabledAt: null,
			createdAt: at,
			rightsChangedAt: null,
			origin: 'entered'
		})
		.execute();
	await db
		.insertInto('membership')
		.values({ id: newId(), projectId, personId, organisationId, fromOn: '2023-12-01', toOn: null })
		.execute();
	const grant = {
		id: newId(),
		role,
		scopeType: given.scope?.type ?? ('project' as const),
		scopeId: given.scope?.id ?? null
	};
	await db
		.insertInto('roleGrant')
		.values({
			...grant,
			projectId,
			personId,
			fromOn: '2023-12-01',
			toOn: null,
			reason: '',
			proposedBy: null,
			proposedAt: at,
			confirmedBy: null,
			confirmedAt: at,
			revokedBy: null,
			revokedAt: null,
			revokeReason: null
		})
		.execute();
	return {
		personId,
		name,
		projectId,
		organisationId,
		organisationAcronym: organisation.acronym,
		country: organisation.country,
		grants: [grant]
	};
}
