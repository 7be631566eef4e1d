import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { confirmedGrants } from './find-project-for.ts';

/** Everybody who may be written to about a project, as who acts in it today. One query. */
export async function listActingMembers(db: Db, projectId: string, today: Day): Promise<Actor[]> {
	const rows = await db
		.selectFrom('membership')
		.innerJoin('person', 'person.id', 'membership.personId')
		.innerJoin('organisation', 'organisation.id', 'membership.organisationId')
		.innerJoin(confirmedGrants(db).as('grant'), (join) =>
			join
				.onRef('grant.projectId', '=', 'membership.projectId')
				.onRef('grant.personId', '=', 'membership.personId')
		)
		.select(['membership.personId', 'person.name', 'membership.projectId', 'membership.organisationId'])
		.select(['organisation.acronym as organisationAcronym', 'organisation.country'])
		.select(['grant.id as grantId', 'grant.role', 'grant.scopeType', 'grant.scopeId'])
		.where('membership.projectId', '=', projectId)
		.where('membership.toOn', 'is', null)
		.where('person.disabledAt', 'is', null)
		.where('grant.fromOn', '<=', today)
		.where((eb) => eb.or([eb('grant.toOn', 'is', null), eb('grant.toOn', '>=', today)]))
		.orderBy('membership.personId')
		.orderBy('grant.id')
		.execute();
	return [...Map.groupBy(rows, ({ personId }) => personId).values()].flatMap((own) =>
		own.slice(0, 1).map(({ grantId: _id, role: _role, scopeType: _type, scopeId: _scope, ...member }) => ({
			...member,
			grants: own.map(({ grantId: id, role, scopeType, scopeId }) => ({ id, role, scopeType, scopeId }))
		}))
	);
}
