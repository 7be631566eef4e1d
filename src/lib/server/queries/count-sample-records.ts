import type { Db } from '#db/schema.ts';

/** How many items and risks of the plan are invented, for the notice on every page. */
export async function countSampleRecords(db: Db, projectId: string): Promise<number> {
	const { items, risks } = await db
		.selectNoFrom((eb) => [
			eb
				.selectFrom('item')
				.select((eb) => eb.fn.countAll<number>().as('count'))
				.where('projectId', '=', projectId)
				.where('origin', '=', 'sample')
				.as('items'),
			eb
				.selectFrom('risk')
				.select((eb) => eb.fn.countAll<number>().as('count'))
				.where('projectId', '=', projectId)
				.where('origin', '=', 'sample')
				.as('risks')
		])
		.executeTakeFirstOrThrow();
	return Number(items) + Number(risks);
}
