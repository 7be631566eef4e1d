import type { Db } from '#db/schema.ts';

/** Human judgements of health, the newest first; lapsed and ended ones included. */
export async function listHealthOverrides(db: Db, projectId: string) {
	return db
		.selectFrom('healthOverride')
		.innerJoin('person', 'person.id', 'healthOverride.setBy')
		.select([
			'healthOverride.id',
			'healthOverride.workPackageId',
			'healthOverride.health',
			'healthOverride.reason',
			'healthOverride.untilOn',
			'healthOverride.setAt',
			'healthOverride.endedAt',
			'person.name as setByName'
		])
		.where('healthOverride.projectId', '=', projectId)
		.orderBy('healthOverride.setAt', 'desc')
		.orderBy('healthOverride.id', 'desc')
		.execute();
}

export type HealthOverrideRow = Awaited<ReturnType<typeof listHealthOverrides>>[number];
