import type { Db } from '#db/schema.ts';
import { Conflict } from '#lib/domain/reasons.ts';

/**
 * Puts an item into a state, if it is still at the version that was seen; otherwise a `Conflict`.
 * Staying in the same state only counts the version on, so that `stateSinceAt` tells how long the state lasts.
 */
export async function moveItem(
	db: Db,
	item: { id: string; state: string; version: number },
	to: string,
	now: Date
): Promise<void> {
	const since = to === item.state ? {} : { state: to, stateSinceAt: now.toISOString() };
	const { numUpdatedRows } = await db
		.updateTable('item')
		.set({ ...since, version: item.version + 1 })
		.where('id', '=', item.id)
		.where('version', '=', item.version)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw new Conflict({ state: to });
}
