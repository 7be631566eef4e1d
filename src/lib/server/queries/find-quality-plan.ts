import type { Db } from '#db/schema.ts';
import { PROPOSED_QUALITY_PLAN, type QualityPlan } from '#lib/domain/quality-plan.ts';
import { parseQualityPlan } from '#lib/schemas/quality-plan.ts';

/** The quality plan in force: the latest version, or the proposed one while a project has none (`number` 0). */
export async function findQualityPlan(
	db: Db,
	projectId: string
): Promise<{ id: string | null; number: number; plan: QualityPlan }> {
	const row = await db
		.selectFrom('qualityPlanVersion')
		.select(['id', 'number', 'settings'])
		.where('projectId', '=', projectId)
		.orderBy('number', 'desc')
		.limit(1)
		.executeTakeFirst();
	if (!row) return { id: null, number: 0, plan: PROPOSED_QUALITY_PLAN };
	return { id: row.id, number: row.number, plan: parseQualityPlan(row.settings) };
}
