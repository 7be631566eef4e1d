import type { Db } from '#db/schema.ts';
import { listPublicEntries } from './list-public-entries.ts';

/** The project behind an address that anybody may ask for. */
export async function findPublicProject(db: Db, slug: string) {
	return db
		.selectFrom('project')
		.select(['id', 'slug', 'acronym', 'title'])
		.where('slug', '=', slug)
		.executeTakeFirst();
}

/** One published entry; undefined for one that is not published, as for one that does not exist. */
export async function findPublicEntry(db: Db, slug: string, code: string) {
	const project = await findPublicProject(db, slug);
	if (!project) return undefined;
	const [entry] = await listPublicEntries(db, project.id, { code });
	return entry && { project, entry };
}
