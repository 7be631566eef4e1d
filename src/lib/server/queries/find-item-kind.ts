import type { Db } from '#db/schema.ts';

/** The item behind a code in any case, without a word on whether one may see it. */
export async function findItemKind(db: Db, projectId: string, code: string) {
	return db
		.selectFrom('item')
		.select(['id', 'kind', 'code'])
		.where('projectId', '=', projectId)
		.where('code', 'in', [code, code.toUpperCase()])
		.orderBy('code', 'desc')
		.executeTakeFirst();
}
