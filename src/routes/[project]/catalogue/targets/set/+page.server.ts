import { ChangeTargetSchema, EndTargetSchema, SetTargetSchema } from '#lib/schemas/catalogue/targets.ts';
import { changeTarget } from '#lib/server/commands/change-target.ts';
import { endTarget } from '#lib/server/commands/end-target.ts';
import { setTarget } from '#lib/server/commands/set-target.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { findTargetsPage } from '#lib/server/queries/find-targets-page.ts';
import { listDecisionOptions } from '#lib/server/queries/list-decision-options.ts';
import { inWords } from '#lib/server/pages/target-words.ts';

export const load = page('target:set', async ({ db, actor, project, data, today, url }) => {
	const target = url.searchParams.get('target');
	const asked = { ...data, today, timeZone: project.timeZone, target, picked: [], all: true };
	const { chosen, choices } = inWords(await findTargetsPage(db, actor, asked), project.slug);
	return {
		/** The one that is to change; none where a new one is set. */
		target: target === null || chosen?.id !== target ? null : chosen,
		choices,
		decisions: await listDecisionOptions(db, project.id),
		slug: project.slug,
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
