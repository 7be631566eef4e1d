import { ProjectSettingsSchema } from '#lib/schemas/project-settings.ts';
import { updateProject } from '#lib/server/commands/update-project.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { findProjectSettings } from '#lib/server/queries/find-project-settings.ts';

export const load = page('project:edit', async ({ db, project }) => {
	const found = await findProjectSettings(db, project.id);
	if (!found) return undefined;
	const { id: _, slug: __, createdAt: ___, ...settings } = found;
	return { settings };
});

export const actions = {
	default: action('project:edit', ProjectSettingsSchema, async ({ db, actor, project, now }, input) => {
		await updateProject(db, actor, input, now);
		return { to: `/${project.slug}/about` };
	})
};
