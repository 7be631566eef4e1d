import type { Db } from '#db/schema.ts';

/** Work packages and organisations of a project, as lists offer them for filtering. */
export async function listFilterChoices(db: Db, projectId: string) {
	const workPackages = await db
		.selectFrom('workPackage')
		.select(['number', 'title'])
		.where('projectId', '=', projectId)
		.orderBy('number')
		.execute();
	const organisations = await db
		.selectFrom('organisation')
		.select(['code', 'acronym', 'country'])
		.where('projectId', '=', projectId)
		.orderBy('position')
		.orderBy('code')
		.execute();
	const countries = [...new Set(organisations.map(({ country }) => country))].sort();
	return { workPackages, organisations, countries };
}
