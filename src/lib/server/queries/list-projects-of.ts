import type { Db } from '#db/schema.ts';

/** The projects a person is a member of, by acronym. */
export async function listProjectsOf(db: Db, personId: string) {
	return db
		.selectFrom('project')
		.innerJoin('membership', 'membership.projectId', 'project.id')
		.select(['project.id', 'slug', 'acronym', 'title'])
		.where('membership.personId', '=', personId)
		.where('membership.toOn', 'is', null)
		.orderBy('acronym')
		.orderBy('project.id')
		.execute();
}
