import type { Db } from '#db/schema.ts';
import { contributionsTo, MEASURES, type OutreachMeasure } from '#lib/domain/outreach/measures.ts';
import { listHeads } from './list-heads.ts';

/** What the records of its log add to a measure, the earliest first; what has no known day comes last. Two queries. */
export async function listContributions(db: Db, projectId: string, measure: OutreachMeasure) {
	const { log } = MEASURES[measure];
	const records = await db
		.selectFrom(log)
		.select(['id', 'code', 'kind', 'state', 'startsOn', 'organisationId'])
		.where('projectId', '=', projectId)
		.where('state', '=', 'done')
		.orderBy('startsOn', (order) => order.asc().nullsLast())
		.orderBy('code')
		.execute();
	const heads = await listHeads(db, projectId, log);
	return contributionsTo(
		measure,
		records.map((record) => ({ ...record, heads: heads.filter(({ recordId }) => recordId === record.id) }))
	);
}
