import { can } from '#lib/domain/can.ts';
import { page } from '#lib/server/http/page.ts';
import { findPlanComparison, type PlanMoment } from '#lib/server/queries/find-plan-comparison.ts';
import { listBaselines } from '#lib/server/queries/list-baselines.ts';

export const load = page('baseline:read', async ({ db, actor, project, today, url }) => {
	const baselines = await listBaselines(db, project.id);
	const first = baselines.at(-1)?.number ?? null;
	const from = momentOf(url.searchParams.get('from'), first ?? 'now');
	const to = momentOf(url.searchParams.get('to'), 'now');
	const changes = first === null ? [] : await findPlanComparison(db, project.id, from, to);
	if (!changes) return undefined;
	return {
		baselines,
		from,
		to,
		changes,
		slug: project.slug,
		timeZone: project.timeZone,
		today,
		maySign: can(actor, 'baseline:sign', {}).ok
	};
});

function momentOf(text: string | null, otherwise: PlanMoment): PlanMoment {
	if (text === 'now') return 'now';
	return text !== null && /^\d{1,3}$/.test(text) ? Number(text) : otherwise;
}
