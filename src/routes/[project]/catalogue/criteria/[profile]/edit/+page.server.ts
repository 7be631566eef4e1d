import { draftOf } from '#lib/domain/catalogue/criteria-draft.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import { CriteriaForm } from '#lib/schemas/catalogue/criteria-form.ts';
import { publishCriteria } from '#lib/server/commands/publish-criteria.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { listDecisionOptions } from '#lib/server/queries/list-decision-options.ts';
import { findCriteriaPreview } from '#lib/server/queries/find-criteria-preview.ts';
import { findCriteriaProfile } from '#lib/server/queries/find-criteria-profile.ts';
import { criteriaPreviewSentences } from '#lib/text/catalogue/criteria-changes.ts';

export const load = page('criteria:publish', async ({ db, actor, today, param }) => {
	const profile = await findCriteriaProfile(db, actor, param('profile'), today);
	const latest = profile?.versions[0];
	if (!profile?.mayPublish || !latest) return undefined;
	return {
		code: profile.code,
		title: profile.title,
		number: latest.number,
		inForce: profile.inForce.number,
		rules: latest.rules.map(draftOf),
		decisions: await listDecisionOptions(db, actor.projectId)
	};
});

export const actions = {
	default: action('criteria:publish', CriteriaForm, async (request, input) => {
		const { db, actor, project, now, today, param } = request;
		const code = param('profile');
		if (input.do === 'preview') {
			const preview = await findCriteriaPreview(db, project.id, { code, rules: input.rules, today });
			if (!preview) throw new NotFound();
			return { preview: criteriaPreviewSentences(preview) };
		}
		await publishCriteria(db, actor, { ...input, code }, now);
		return { to: `/${project.slug}/catalogue/criteria/${code}`, flash: 'criteria-published' };
	})
};
