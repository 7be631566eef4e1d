import { PublishQualityPlan, planFields } from '#lib/schemas/quality-plan-form.ts';
import { publishQualityPlan } from '#lib/server/commands/publish-quality-plan.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { listDecisionOptions } from '#lib/server/queries/list-decision-options.ts';
import { listFilterChoices } from '#lib/server/queries/list-filter-choices.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';

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
	default: action('quality-plan:publish', PublishQualityPlan, async ({ db, actor, project, now }, input) => {
		await publishQualityPlan(db, actor, input, now);
		return { to: `/${project.slug}/quality-plan`, flash: 'quality-plan-published' };
	})
};
