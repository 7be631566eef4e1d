import { removalBlocks } from '#lib/domain/sample-data.ts';
import { mayEver } from '#lib/domain/can.ts';
import { RemoveSampleDataSchema } from '#lib/schemas/sample-data.ts';
import { loadClock } from '#lib/server/clock.ts';
import { removeSampleData } from '#lib/server/commands/remove-sample-data.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { findSampleData } from '#lib/server/queries/find-sample-data.ts';
import { sentenceOf } from '#lib/text/reasons.ts';

export const load = page('project:read', async ({ db, actor, project }) => {
	const { counts, facts } = await findSampleData(db, project.id);
	const mayRemove = mayEver(actor, 'sample:remove');
	return { counts, word: facts.word, mayRemove, blocks: removalBlocks(facts).map(sentenceOf) };
});

export const actions = {
	remove: action('sample:remove', RemoveSampleDataSchema, async ({ db, actor, project, now }, input) => {
		await removeSampleData(db, actor, input, now);
		await loadClock(db);
		return { to: `/${project.slug}`, flash: 'sample-removed' };
	})
};
