import { EntryBodySchema } from '#lib/schemas/catalogue/entries.ts';
import { addBody, removeBody } from '#lib/server/commands/change-bodies.ts';
import { action } from '#lib/server/http/action.ts';

/** Who awards an entry beside its owner. */
export const bodyActions = {
	'add-body': action('entry:edit', EntryBodySchema, async ({ db, actor, now }, input) => {
		await addBody(db, actor, input, now);
		return { flash: 'body-added' };
	}),
	'remove-body': action('entry:edit', EntryBodySchema, async ({ db, actor, now }, input) => {
		await removeBody(db, actor, input, now);
		return { flash: 'body-removed' };
	})
};
