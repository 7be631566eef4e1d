import type { Db } from '#db/schema.ts';
import type { ItemKind } from '#lib/domain/items.ts';
import { NotFound } from '#lib/domain/reasons.ts';

/** The item behind a code in an address. */
export async function findItemId(db: Db, projectId: string, kind: ItemKind, code: string): Promise<string> {
	const item = await db
		.selectFrom('item')
		.select('id')
		.where('projectId', '=', projectId)
		.where('kind', '=', kind)
		.where('code', '=', code)
		.executeTakeFirst();
	if (!item) throw new NotFound();
	return item.id;
}
