import type { Db } from '#db/schema.ts';
import { findAlgorithm } from './find-algorithm.ts';

/** The id of the work package that keeps the catalogue; `undefined` where the project has none of that number. */
export async function findCatalogueWorkPackage(db: Db, projectId: string): Promise<string | undefined> {
	const { algorithm } = await findAlgorithm(db, projectId);
	const row = await db
		.selectFrom('workPackage')
		.select('id')
		.where('projectId', '=', projectId)
		.where('number', '=', algorithm.workPackage)
		.executeTakeFirst();
	return row?.id;
}
