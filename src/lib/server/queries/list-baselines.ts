import type { Db } from '#db/schema.ts';

/** The baselines of a project, the newest first, with how many records each keeps. */
export async function listBaselines(db: Db, projectId: string) {
	const baselines = await db
		.selectFrom('baseline')
		.leftJoin('person', 'person.id', 'baseline.createdBy')
		.select([
			'baseline.id',
			'baseline.number',
			'baseline.reference',
			'baseline.note',
			'baseline.signedOn',
			'baseline.createdAt',
			'baseline.origin',
			'person.name as createdByName'
		])
		.select((eb) =>
			eb
				.selectFrom('baselineEntry')
				.whereRef('baselineEntry.baselineId', '=', 'baseline.id')
				.select(({ fn }) => fn.countAll().as('count'))
				.as('records')
		)
		.where('baseline.projectId', '=', projectId)
		.orderBy('baseline.number', 'desc')
		.execute();
	return baselines.map((baseline) => ({ ...baseline, records: Number(baseline.records ?? 0) }));
}
