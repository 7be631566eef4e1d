import type { Aim } from '#lib/domain/catalogue/targets.ts';
import { ChangeTargetSchema, EndTargetSchema, SetTargetSchema } from '#lib/schemas/catalogue/targets.ts';
import { changeTarget } from '#lib/server/commands/change-target.ts';
import { endTarget } from '#lib/server/commands/end-target.ts';
import { setTarget } from '#lib/server/commands/set-target.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { findTargetEffect } from '#lib/server/queries/find-target-effect.ts';
import { findTargetsPage } from '#lib/server/queries/find-targets-page.ts';
import { listDecisionOptions } from '#lib/server/queries/list-decision-options.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { inWords } from '#lib/server/pages/target-words.ts';
import { movedDaysSentence } from '#lib/text/catalogue/target-sentences.ts';

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

/** What it would do to days already given, which is said before it is saved; nothing where that was read. */
async function told(
	{ db, project, today }: ProjectRequest,
	confirmed: 'yes' | undefined,
	change: Parameters<typeof findTargetEffect>[2]
) {
	if (confirmed) return undefined;
	const moved = await findTargetEffect(db, project.id, change, today);
	return moved.length === 0 ? undefined : { preview: moved.map(movedDaysSentence) };
}

export const actions = {
	set: action('target:set', SetTargetSchema, async (request, input) => {
		const preview = await told(request, input.confirmed, { sets: { ...input, ...input.scope } });
		if (preview) return preview;
		const { db, actor, project, now } = request;
		const { id } = await setTarget(db, actor, input, now);
		return { to: `/${project.slug}/catalogue/targets?target=${id}`, flash: 'target-set' };
	}),
	change: action('target:set', ChangeTargetSchema, async (request, input) => {
		const { amount, dueOn, targetId: ends } = input;
		const sets = (former: Aim) => ({ ...former, amount, dueOn });
		const preview = await told(request, input.confirmed, { ends, sets });
		if (preview) return preview;
		const { db, actor, project, now } = request;
		const { id } = await changeTarget(db, actor, input, now);
		return { to: `/${project.slug}/catalogue/targets?target=${id}`, flash: 'target-changed' };
	}),
	end: action('target:set', EndTargetSchema, async (request, input) => {
		const preview = await told(request, input.confirmed, { ends: input.targetId });
		if (preview) return preview;
		const { db, actor, project, now } = request;
		await endTarget(db, actor, input, now);
		return { to: `/${project.slug}/catalogue/targets`, flash: 'target-ended' };
	})
};
