import type { Db } from '#db/schema.ts';
import { PLAN_KINDS } from '#lib/domain/items.ts';

/** Everything of the project that a role can be held for, as the proposal form offers it. */
export async function listScopes(db: Db, projectId: string) {
	const organisations = await db
		.selectFrom('organisation')
		.select(['id', 'acronym', 'country'])
		.where('projectId', '=', projectId)
		.orderBy('position')
		.execute();
	const workPackages = await db
		.selectFrom('workPackage')
		.select(['id', 'number', 'title'])
		.where('projectId', '=', projectId)
		.orderBy('number')
		.execute();
	const items = await db
		.selectFrom('item')
		.select(['id', 'code', 'title'])
		.where('projectId', '=', projectId)
		.where('kind', 'in', PLAN_KINDS)
		.orderBy('kind')
		.orderBy('position')
		.orderBy('code')
		.execute();
	return { organisations, workPackages, items };
}
