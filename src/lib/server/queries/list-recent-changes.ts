import type { Db } from '#db/schema.ts';
import { ITEM_KINDS } from '#lib/domain/items.ts';

interface Asked {
	/** Only later ones, by others; null: whatever is the newest. */
	since: string | null;
	personId: string;
	limit: number;
}

/** The newest changes of some items, as the audit trail has them, and how many there are; refused attempts are left out. */
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
		.select((eb) => eb.fn.countAll<number>().over().as('all'))
		.where('chain', '=', projectId)
		.where('outcome', '=', 'done')
		.where('recordType', 'in', ITEM_KINDS)
		.where('recordId', 'in', itemIds)
		.$if(since !== null, (query) =>
			query
				.where('at', '>', since ?? '')
				.where((eb) => eb.or([eb('actorId', 'is', null), eb('actorId', '!=', personId)]))
		)
		.orderBy('sequence', 'desc')
		.limit(limit)
		.execute();
	return { all: Number(rows[0]?.all ?? 0), rows: rows.map(({ all: _, ...row }) => row) };
}
