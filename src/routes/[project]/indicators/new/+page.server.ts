import { CreateIndicatorSchema } from '#lib/schemas/indicators.ts';
import { createIndicator } from '#lib/server/commands/save-indicator.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { listIndicatorChoices } from '#lib/server/queries/find-indicator-form.ts';

export const load = page('indicator:target', async ({ db, project }) => ({
	choices: await listIndicatorChoices(db, project.id)
}));

export const actions = {
	default: action('indicator:target', CreateIndicatorSchema, async ({ db, actor, project, now }, input) => {
		const { code } = await createIndicator(db, actor, input, now);
		return { flash: 'indicator-saved', label: code, to: `/${project.slug}/indicators/${code}` };
	})
};
