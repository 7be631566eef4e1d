import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { newId } from '#lib/server/ids.ts';

/** Somebody with an account, acting as the coordinator. */
export async function aCoordinatorOf(db: Db, email: string): Promise<Actor> {
	const person = await db
		.selectFrom('person')
		.innerJoin('membership', 'membership.personId', 'person.id')
		.innerJoin('roleGrant', 'roleGrant.personId', 'person.id')
		.select(['person.id', 'person.name', 'membership.organisationId', 'membership.projectId'])
		.select('roleGrant.id as grantId')
		.where('roleGrant.role', '=', 'coordinator')
		.where('email', '=', email)
		.executeTakeFirstOrThrow();
	const grant = { id: person.grantId, role: 'coordinator', scopeType: 'project', scopeId: null } as const;
	return {
		personId: person.id,
		name: person.name,
		projectId: person.projectId,
		organisationId: person.organisationId,
		organisationAcronym: 'UPV',
		country: 'ES',
		grants: [grant]
	};
}

/** A person of the consortium who coordinates and can sign in, proposed and confirmed by the coordinator of the demo. */
export async function addOwnCoordinator(db: Db, projectId: string, now: Date): Promise<void> {
	const personId = newId();
	const { id: organisationId } = await db
		.selectFrom('organisation')
		.select('id')
		.where('code', '=', 'upv')
		.executeTakeFirstOrThrow();
	const account = {
		email: 'own@example.org',
		name: 'Own',
		search: 'own',
		passwordHash: 'x',
		createdAt: now.toISOString()
	};
	await db
		.insertInto('person')
		.values({ id: personId, ...account, origin: 'entered' })
		.execute();
	await db
		.insertInto('membership')
		.values({ id: newId(), projectId, personId, organisationId, fromOn: '2026-06-15', toOn: null })
		.execute();
	const proposer = await db
		.selectFrom('person')
		.select('id')
		.where('email', '=', 'coordinator@leslie.example')
		.executeTakeFirstOrThrow();
	await db
		.insertInto('roleGrant')
		.values({
			id: newId(),
			projectId,
			personId,
			role: 'coordinator',
			scopeType: 'project',
			scopeId: null,
			fromOn: '2026-06-15',
			toOn: null,
			reason: '',
			proposedBy: proposer.id,
			proposedAt: now.toISOString(),
			confirmedBy: proposer.id,
			confirmedAt: now.toISOString(),
			revokedBy: null,
			revokedAt: null,
			revokeReason: null
		})
		.execute();
}
