import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { findNewEntry } from './find-new-entry.ts';

const LATEST = 5;

/** What a file can name, and what was imported last. */
export async function findImportPage(db: Db, actor: Actor) {
	const { owners, themes, languages } = await findNewEntry(db, actor);
	const imports = await db
		.selectFrom('catalogueImport')
		.innerJoin('person', 'person.id', 'catalogueImport.importedBy')
		.select([
			'catalogueImport.id',
			'catalogueImport.fileName',
			'catalogueImport.created',
			'catalogueImport.updated',
			'catalogueImport.importedAt',
			'person.name as by'
		])
		.where('catalogueImport.projectId', '=', actor.projectId)
		.orderBy('catalogueImport.importedAt', 'desc')
		.orderBy('catalogueImport.id', 'desc')
		.limit(LATEST)
		.execute();
	return { owners: owners.map(({ acronym }) => acronym), themes, languages, imports };
}
