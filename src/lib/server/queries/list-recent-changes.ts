import type { Db } from '#db/schema.ts';
import { ITEM_KINDS } from '#lib/domain/items.ts';

interface Asked {
	/** Only later ones, by others; null: whatever is the newest. */
	since: string | null;
	personId: string;
	limit: number;
}

/** Of so many items the trail itself is read from its end, instead of what happened to each of them. */
const MANY_ITEMS = 200;

/**
 * The newest changes of some items, as the audit trail has them, and since a visit how many there are; refused attempts
 * are left out.
 */
export async function listRecentChanges(
	db: Db,
	projectId: string,
	itemIds: readonly string[],
	{ since, personId, limit }: Asked
) {
	const rows = await db
		.selectFrom('auditEvent')
		.leftJoin('organisation', 'organisation.id', 'auditEvent.organisationId')
		.select(['sequence', 'at', 'actorName', 'organisation.acronym', 'act', 'recordType', 'recordLabel'])
		.where('chain', '=', projectId)
		.where('outcome', '=', 'done')
		.where('recordType', 'in', ITEM_KINDS)
		.where((eb) =>
			itemIds.length > MANY_ITEMS
				? eb(eb.fn.coalesce('recordId', eb.val('')), 'in', itemIds)
				: eb('recordId', 'in', itemIds)
		)
		.$if(since !== null, (query) =>
			query
				.select((eb) => eb.fn.countAll<number>().over().as('all'))
				.where('at', '>', since ?? '')
				.where((eb) => eb.or([eb('actorId', 'is', null), eb('actorId', '!=', personId)]))
		)
		.orderBy('sequence', 'desc')
		.limit(limit)
		.execute();
	return { all: Number(rows[0]?.all ?? 0), rows: rows.map(({ all: _, ...row }) => row) };
}
