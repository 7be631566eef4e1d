import { CloseIndicatorSchema, EditIndicatorSchema } from '#lib/schemas/indicators.ts';
import { closeIndicator, editIndicator } from '#lib/server/commands/save-indicator.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { findIndicatorForm, listIndicatorChoices } from '#lib/server/queries/find-indicator-form.ts';

export const load = page('indicator:target', async ({ db, project, param }) => {
	const indicator = await findIndicatorForm(db, project.id, param('code'));
	return indicator && { indicator, choices: await listIndicatorChoices(db, project.id) };
});

export const actions = {
	save: action('indicator:target', EditIndicatorSchema, async ({ db, actor, project, now }, input) => {
		const { code } = await editIndicator(db, actor, input, now);
		return { flash: 'indicator-saved', label: code, to: `/${project.slug}/indicators/${code}` };
	}),
	close: action('indicator:target', CloseIndicatorSchema, async ({ db, actor, now }, input) => {
		const { code, isClosed } = await closeIndicator(db, actor, input, now);
		return { flash: isClosed ? 'indicator-closed' : 'indicator-opened', label: code };
	})
};
