import type { Db } from '#db/schema.ts';
import { hasRole, type Actor } from '#lib/domain/roles.ts';

const MOST = 200;

/** Evidence of the actor's organisation, or public in the project, that could be shown for a further means. */
export function listLinkableEvidence(db: Db, actor: Actor) {
	const query = db
		.selectFrom('evidence')
		.innerJoin('organisation', 'organisation.id', 'evidence.organisationId')
		.select(['evidence.id', 'evidence.name', 'evidence.addedAt', 'organisation.acronym'])
		.where('evidence.projectId', '=', actor.projectId)
		.where('evidence.withdrawnAt', 'is', null)
		.orderBy('evidence.addedAt', 'desc')
		.orderBy('evidence.id', 'desc')
		.limit(MOST);
	if (hasRole(actor, 'coordinator')) return query.execute();
	return query
		.where((eb) =>
			eb.or([eb('evidence.level', '=', 'PU'), eb('evidence.organisationId', '=', actor.organisationId)])
		)
		.execute();
}
