import type { Db } from '#db/schema.ts';
import { ITEM_KINDS } from '#lib/domain/items.ts';

/** The newest changes of some items, as the audit trail has them; refused attempts are left out. */
export function listRecentChanges(db: Db, projectId: string, itemIds: readonly string[], limit: number) {
	return db
		.selectFrom('auditEvent')
		.leftJoin('organisation', 'organisation.id', 'auditEvent.organisationId')
		.select(['sequence', 'at', 'actorName', 'organisation.acronym', 'act', 'recordType', 'recordLabel'])
		.where('chain', '=', projectId)
		.where('outcome', '=', 'done')
		.where('recordType', 'in', ITEM_KINDS)
		.where('recordId', 'in', itemIds)
		.orderBy('sequence', 'desc')
		.limit(limit)
		.execute();
}
