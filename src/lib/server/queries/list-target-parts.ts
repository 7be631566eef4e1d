import type { Db } from '#db/schema.ts';

/** Countries, organisations and themes that a target can speak of. */
export async function listTargetParts(db: Db, projectId: string) {
	const organisations = await db
		.selectFrom('organisation')
		.select(['id', 'acronym', 'country'])
		.where('projectId', '=', projectId)
		.orderBy('position')
		.orderBy('acronym')
		.execute();
	const themes = await db
		.selectFrom('theme')
		.select(['code', 'title'])
		.where('projectId', '=', projectId)
		.orderBy('position')
		.orderBy('code')
		.execute();
	const countries = [...new Set(organisations.map(({ country }) => country))].sort();
	return { organisations, themes, countries };
}
