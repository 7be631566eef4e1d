import { RecordOutreach } from '#lib/schemas/outreach/outreach.ts';
import { recordOutreach } from '#lib/server/commands/record-outreach.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { listOutreachChoices } from '#lib/server/queries/list-outreach-choices.ts';
import { outreachHref } from '#lib/text/outreach/navigation.ts';

export const load = page('outreach:edit', async ({ db, actor, project }) => ({
	choices: await listOutreachChoices(db, project.id),
	own: actor.organisationId,
	country: actor.country
}));

export const actions = {
	default: action('outreach:edit', RecordOutreach, async ({ db, actor, project, now }, input) => {
		const { code } = await recordOutreach(db, actor, input, now);
		return { to: outreachHref(project.slug, code), flash: 'outreach-recorded', label: code };
	})
};
