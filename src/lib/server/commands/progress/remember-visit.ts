import type { Db } from '#db/schema.ts';
import { nextVisit, type Visit } from '#lib/domain/visits.ts';
import type { Actor } from '#lib/domain/roles.ts';

/** Writes down that somebody looked, at most every ten minutes: a private note that no audit and no page of others tells of. */
export async function rememberVisit(
	db: Db,
	{ projectId, personId }: Pick<Actor, 'projectId' | 'personId'>,
	visit: Visit | null,
	now: Date
): Promise<void> {
	const next = nextVisit(visit, now);
	if (next === null) return;
	await db
		.insertInto('projectVisit')
		.values({ projectId, personId, ...next })
		.onConflict((conflict) => conflict.columns(['projectId', 'personId']).doUpdateSet(next))
		.execute();
}
