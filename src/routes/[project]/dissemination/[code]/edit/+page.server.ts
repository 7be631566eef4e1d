import { EditOutreach } from '#lib/schemas/outreach/outreach.ts';
import { editOutreach } from '#lib/server/commands/edit-outreach.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { findOutreachEditor } from '#lib/server/queries/find-outreach-editor.ts';
import { listOutreachChoices } from '#lib/server/queries/list-outreach-choices.ts';
import { outreachHref } from '#lib/text/outreach/navigation.ts';

export const load = page('outreach:edit', async ({ db, actor, project, param }) => {
	const found = await findOutreachEditor(db, actor, param('code'));
	return found && { ...found, choices: await listOutreachChoices(db, project.id) };
});

export const actions = {
	default: action('outreach:edit', EditOutreach, async ({ db, actor, project, now, param }, input) => {
		const { code } = await editOutreach(db, actor, { ...input, code: param('code') }, now);
		return { to: outreachHref(project.slug, code), flash: 'outreach-changed', label: code };
	})
};
