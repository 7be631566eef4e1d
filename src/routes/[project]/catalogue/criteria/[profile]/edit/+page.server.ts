import * as v from 'valibot';
import { draftOf } from '#lib/domain/catalogue/criteria-draft.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import { CriteriaForm } from '#lib/schemas/catalogue/criteria-form.ts';
import { draftForm } from '#lib/schemas/draft-form.ts';
import { dropDraft } from '#lib/server/commands/keep-draft.ts';
import { publishCriteria } from '#lib/server/commands/publish-criteria.ts';
import { action } from '#lib/server/http/action.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { page } from '#lib/server/http/page.ts';
import { readDraft, workOnDraft } from '#lib/server/pages/draft.ts';
import { findAlgorithm } from '#lib/server/queries/find-algorithm.ts';
import { listDecisionOptions } from '#lib/server/queries/list-decision-options.ts';
import { findCriteriaPreview } from '#lib/server/queries/find-criteria-preview.ts';
import { findCriteriaProfile } from '#lib/server/queries/find-criteria-profile.ts';
import { criteriaPreviewSentences } from '#lib/text/catalogue/criteria-changes.ts';

const formOf = (code: string) => `criteria:${code}`;

export const load = page('criteria:publish', async (request) => {
	const { db, actor, today, param, url } = request;
	const profile = await findCriteriaProfile(db, actor, param('profile'), today);
	const latest = profile?.versions[0];
	if (!profile?.mayPublish || !latest) return undefined;
	const kept = await readDraft(request, formOf(profile.code));
	const { algorithm } = await findAlgorithm(db, actor.projectId);
	return {
		code: profile.code,
		title: profile.title,
		number: latest.number,
		inForce: profile.inForce.number,
		rules: latest.rules.map(draftOf),
		kept,
		timeZone: request.project.timeZone,
		languages: algorithm.languages,
		preview:
			kept && url.searchParams.has('preview') ? await previewOf(request, profile.code, kept.typed) : null,
		decisions: await listDecisionOptions(db, actor.projectId)
	};
});

async function previewOf(
	{ db, project, today }: ProjectRequest,
	code: string,
	typed: Record<string, unknown>
) {
	const read = v.safeParse(CriteriaForm, { ...typed, do: 'preview' });
	if (!read.success) return null;
	const preview = await findCriteriaPreview(db, project.id, { code, rules: read.output.rules, today });
	return preview ? criteriaPreviewSentences(preview) : null;
}

export const actions = {
	default: action('criteria:publish', draftForm(CriteriaForm), async (request, { typed, sent }) => {
		const { db, actor, project, now, today, param, url } = request;
		const code = param('profile');
		if (sent?.do !== 'publish') {
			const profile = await findCriteriaProfile(db, actor, code, today);
			if (!profile?.mayPublish) throw new NotFound();
			const { to, flash } = await workOnDraft(request, formOf(code), typed);
			return { to: sent ? `${url.pathname}?preview=1` : to, flash };
		}
		await publishCriteria(db, actor, { ...sent, code }, now);
		await dropDraft(db, actor, formOf(code));
		return { to: `/${project.slug}/catalogue/criteria/${code}`, flash: 'criteria-published' };
	})
};
