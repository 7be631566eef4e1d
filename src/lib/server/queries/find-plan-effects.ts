import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';
import { planEffects, type PlanEffects } from '#lib/domain/plan-effects.ts';
import type { QualityPlan } from '#lib/domain/quality-plan.ts';
import { reviewerOutlook } from '#lib/domain/reviewers-ahead.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { DataOf } from '#lib/server/kept-answers.ts';
import { findPlan } from './find-plan.ts';
import { findReviewersAhead } from './find-reviewers-ahead.ts';

/** What other rules would make possible and impossible among the reviews that lie ahead. */
export async function findPlanEffects(
	db: Db,
	actor: Actor,
	data: DataOf,
	{ now, plan, today }: { now: QualityPlan; plan: QualityPlan; today: Day }
): Promise<PlanEffects> {
	const found = await findPlan(db, data);
	const { deliverables, pool } = await findReviewersAhead(db, actor, data, found, { plan, today });
	return planEffects(
		deliverables
			.filter(({ ahead }) => ahead.round === null)
			.map(({ item, ahead, cover, lacking, asked, eligible }) => ({
				...{ code: item.code, cover, lacking, asked, eligible },
				now: reviewerOutlook(ahead, pool, now, today).cover
			}))
	);
}
