import { PublishQualityPlan, planFields } from '#lib/schemas/quality-plan-form.ts';
import { publishQualityPlan } from '#lib/server/commands/publish-quality-plan.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { listDecisionOptions } from '#lib/server/queries/list-decision-options.ts';
import { listFilterChoices } from '#lib/server/queries/list-filter-choices.ts';
import { findPlanEffects } from '#lib/server/queries/find-plan-effects.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { planEffectSentences } from '#lib/text/plan-effects.ts';

export const load = page('quality-plan:publish', async ({ db, project }) => {
	const { number, plan } = await findQualityPlan(db, project.id);
	const { countries } = await listFilterChoices(db, project.id);
	return {
		number,
		fields: planFields(plan, countries),
		decisions: await listDecisionOptions(db, project.id)
	};
});

export const actions = {
	default: action('quality-plan:publish', PublishQualityPlan, async (request, { do: wanted, ...input }) => {
		const { db, actor, project, data, now, today } = request;
		const current = await findQualityPlan(db, project.id);
		const effects = await findPlanEffects(db, actor, data, { now: current.plan, plan: input.plan, today });
		if (wanted === 'preview') return { preview: planEffectSentences(effects, input.plan.reviewQuorum) };
		await publishQualityPlan(db, actor, input, now);
		const lost = effects.impossible.map(({ code }) => code).join(', ');
		const flash = lost === '' ? 'quality-plan-published' : 'quality-plan-leaves-too-few';
		return { to: `/${project.slug}/quality-plan`, flash, label: lost };
	})
};
