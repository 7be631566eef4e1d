import { can } from '#lib/domain/can.ts';
import { ChangeTargetSchema, EndTargetSchema, SetTargetSchema } from '#lib/schemas/catalogue/targets.ts';
import { changeTarget } from '#lib/server/commands/change-target.ts';
import { endTarget } from '#lib/server/commands/end-target.ts';
import { setTarget } from '#lib/server/commands/set-target.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { listDecisionOptions } from '#lib/server/queries/list-decision-options.ts';
import { findTargetsPage } from '#lib/server/queries/find-targets-page.ts';
import { TARGET_RULE_TEXTS } from '#lib/text/catalogue/target-sentences.ts';
import { inWords } from './words.server.ts';

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
		decisions: can(actor, 'target:set', {}).ok ? await listDecisionOptions(db, project.id) : [],
		slug: project.slug,
		timeZone: project.timeZone,
		today
	};
});

export const actions = {
	set: action('target:set', SetTargetSchema, async ({ db, actor, project, now }, input) => {
		const { id } = await setTarget(db, actor, input, now);
		return { to: `/${project.slug}/catalogue/targets?target=${id}`, flash: 'target-set' };
	}),
	change: action('target:set', ChangeTargetSchema, async ({ db, actor, project, now }, input) => {
		const { id } = await changeTarget(db, actor, input, now);
		return { to: `/${project.slug}/catalogue/targets?target=${id}`, flash: 'target-changed' };
	}),
	end: action('target:set', EndTargetSchema, async ({ db, actor, project, now }, input) => {
		await endTarget(db, actor, input, now);
		return { to: `/${project.slug}/catalogue/targets`, flash: 'target-ended' };
	})
};
