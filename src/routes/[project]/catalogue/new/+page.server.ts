import { CreateEntrySchema } from '#lib/schemas/catalogue/entries.ts';
import { createEntry } from '#lib/server/commands/create-entry.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { findNewEntry } from '#lib/server/queries/find-new-entry.ts';

export const load = page('entry:create', ({ db, actor }) => findNewEntry(db, actor));

export const actions = {
	default: action('entry:create', CreateEntrySchema, async ({ db, actor, project, now }, input) => {
		const { code } = await createEntry(db, actor, input, now);
		return { to: `/${project.slug}/catalogue/${code}/edit`, flash: 'entry-created', label: code };
	})
};
