import type { Db } from '#db/schema.ts';
import { parseAlgorithm } from '#lib/schemas/catalogue/algorithm.ts';

/** Every published version of the algorithm, the newest first. */
export async function listAlgorithmVersions(db: Db, projectId: string) {
	const rows = await db
		.selectFrom('algorithmVersion')
		.leftJoin('person', 'person.id', 'algorithmVersion.publishedBy')
		.select([
			'algorithmVersion.number',
			'algorithmVersion.settings',
			'algorithmVersion.note',
			'algorithmVersion.publishedAt',
			'algorithmVersion.origin',
			'person.name as publishedBy'
		])
		.where('algorithmVersion.projectId', '=', projectId)
		.orderBy('number', 'desc')
		.execute();
	return rows.map(({ settings, ...row }) => ({ ...row, algorithm: parseAlgorithm(settings) }));
}
