import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { entriesAt } from './entries-at.ts';
import { inOrder } from './in-order.ts';
import type { RegisterMoment } from './open-cells.ts';

/** These entries in this order, as they are now or were at a past instant. */
export async function listMatrixEntries(
	db: Db,
	projectId: string,
	ids: readonly string[],
	moment: RegisterMoment
) {
	if (ids.length === 0) return [];
	const rows = await db
		.selectFrom(entriesAt(db, projectId, moment, ids).as('e'))
		.leftJoin('person as author', 'author.id', 'e.authorId')
		.select(['e.id', 'e.code', 'e.title', 'e.state', 'e.readyOn', 'e.origin', 'e.country', 'e.theme'])
		.select(['e.ownerId', 'e.ownerCode', 'e.ownerAcronym', 'author.name as authorName'])
		.select(leftOut(moment.at).as('leftOut'))
		.orderBy('e.id')
		.execute();
	return inOrder(rows, ids);
}

/** Elements left out with a reason, as one text. */
function leftOut(at: string | null) {
	const stands =
		at === null ? sql`until_at is null` : sql`set_at <= ${at} and (until_at is null or until_at > ${at})`;
	return sql<string | null>`(
		select string_agg(element, ',') from entry_element
		where entry_element.item_id = e.id and standing = 'not-applicable' and ${stands})`;
}
