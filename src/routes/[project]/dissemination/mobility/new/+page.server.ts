import { RecordMobility } from '#lib/schemas/outreach/mobility.ts';
import { recordMobility } from '#lib/server/commands/record-mobility.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { listOutreachChoices } from '#lib/server/queries/list-outreach-choices.ts';
import { mobilityHref } from '#lib/text/outreach/navigation.ts';

export const load = page('mobility:edit', async ({ db, actor, project }) => ({
	choices: await listOutreachChoices(db, project.id),
	own: actor.organisationId,
	country: actor.country
}));

export const actions = {
	default: action('mobility:edit', RecordMobility, async ({ db, actor, project, now }, input) => {
		const { code } = await recordMobility(db, actor, input, now);
		return { to: mobilityHref(project.slug, code), flash: 'mobility-recorded', label: code };
	})
};
