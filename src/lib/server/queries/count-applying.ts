import type { Db } from '#db/schema.ts';

/** How many entries a profile is asked of, by its country; those merged or retired owe nothing and are left out. */
export async function countApplying(db: Db, projectId: string): Promise<(country: string | null) => number> {
	const rows = await db
		.selectFrom('item')
		.leftJoin('organisation', 'organisation.id', 'item.leadOrganisationId')
		.select((eb) => ['organisation.country', eb.fn.countAll<number>().as('count')])
		.where('item.projectId', '=', projectId)
		.where('item.kind', '=', 'entry')
		.where('item.state', 'not in', ['merged', 'retired'])
		.groupBy('organisation.country')
		.orderBy('organisation.country')
		.execute();
	return (country) =>
		rows
			.filter((row) => country === null || row.country === country)
			.reduce((sum, { count }) => sum + count, 0);
}
