import type { Db } from '#db/schema.ts';

/** Approvals of a deliverable without its quorum, the oldest first. */
export function listBrokenGlass(db: Db, itemId: string) {
	return db
		.selectFrom('brokenGlass')
		.select(['id', 'reason', 'reference', 'brokenAt'])
		.where('itemId', '=', itemId)
		.orderBy('brokenAt')
		.orderBy('id')
		.execute();
}
