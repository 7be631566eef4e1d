import type { Db } from '#db/schema.ts';

/** How many entries of the project stand in each state. */
export async function listEntryStates(db: Db, projectId: string): Promise<Record<string, number>> {
	const rows = await db
		.selectFrom('item')
		.select((eb) => ['item.state', eb.fn.countAll<number>().as('count')])
		.where('item.projectId', '=', projectId)
		.where('item.kind', '=', 'entry')
		.groupBy('item.state')
		.orderBy('item.state')
		.execute();
	return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}
