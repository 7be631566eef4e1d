import type { Db } from '#db/schema.ts';

/** Versions of criteria that are invented or that invented people published, and profiles that no version is left of. */
export async function deleteSampleCriteria(
	db: Db,
	projectId: string,
	people: readonly string[]
): Promise<void> {
	await db
		.deleteFrom('criteriaVersion')
		.where('projectId', '=', projectId)
		.where((eb) => eb.or([eb('origin', '=', 'sample'), eb('publishedBy', 'in', ['', ...people])]))
		.execute();
	const kept = db.selectFrom('criteriaVersion').select('profileId').where('projectId', '=', projectId);
	await db
		.deleteFrom('criteriaProfile')
		.where('projectId', '=', projectId)
		.where('id', 'not in', kept)
		.execute();
}
