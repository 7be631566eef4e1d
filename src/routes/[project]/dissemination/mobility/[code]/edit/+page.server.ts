import { EditMobility } from '#lib/schemas/outreach/mobility.ts';
import { editMobility } from '#lib/server/commands/record-mobility.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { findMobilityEditor } from '#lib/server/queries/find-outreach-editor.ts';
import { listOutreachChoices } from '#lib/server/queries/list-outreach-choices.ts';
import { mobilityHref } from '#lib/text/outreach/navigation.ts';

export const load = page('mobility:edit', async ({ db, actor, project, param }) => {
	const found = await findMobilityEditor(db, actor, param('code'));
	return found && { ...found, choices: await listOutreachChoices(db, project.id) };
});

export const actions = {
	default: action('mobility:edit', EditMobility, async ({ db, actor, project, now, param }, input) => {
		const { code } = await editMobility(db, actor, { ...input, code: param('code') }, now);
		return { to: mobilityHref(project.slug, code), flash: 'mobility-changed', label: code };
	})
};
