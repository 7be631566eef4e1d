import { page } from '#lib/server/http/page.ts';
import { findTargetsPage } from '#lib/server/queries/find-targets-page.ts';
import { TARGET_RULE_TEXTS } from '#lib/text/catalogue/target-sentences.ts';
import { inWords } from '#lib/server/pages/target-words.ts';

/** Entries picked at most, as many as can be offered and more. */
const MOST_PICKED = 40;

export const load = page('catalogue:read', async ({ db, actor, project, data, today, url }) => {
	const found = await findTargetsPage(db, actor, {
		...data,
		today,
		timeZone: project.timeZone,
		target: url.searchParams.get('target'),
		picked: url.searchParams.getAll('whatif').slice(0, MOST_PICKED),
		all: url.searchParams.get('part') === 'all'
	});
	return {
		...inWords(found, project.slug),
		rules: TARGET_RULE_TEXTS,
		slug: project.slug,
		timeZone: project.timeZone,
		today
	};
});
