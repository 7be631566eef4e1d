import type { Db } from '#db/schema.ts';
import { parseQualityPlan } from '#lib/schemas/quality-plan.ts';

/** Every version of the quality plan, the one in force first. */
export async function listQualityPlanVersions(db: Db, projectId: string) {
	const rows = await db
		.selectFrom('qualityPlanVersion')
		.leftJoin('person', 'person.id', 'qualityPlanVersion.publishedBy')
		.select([
			'qualityPlanVersion.number',
			'qualityPlanVersion.settings',
			'qualityPlanVersion.note',
			'qualityPlanVersion.publishedAt',
			'qualityPlanVersion.origin',
			'person.name as publishedBy'
		])
		.where('projectId', '=', projectId)
		.orderBy('number', 'desc')
		.execute();
	return rows.map(({ settings, ...version }) => ({ ...version, plan: parseQualityPlan(settings) }));
}
