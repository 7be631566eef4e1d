import { can } from '#lib/domain/can.ts';
import { draftOf } from '#lib/domain/catalogue/algorithm-draft.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import { PublishAlgorithm } from '#lib/schemas/catalogue/algorithm-form.ts';
import { draftForm } from '#lib/schemas/draft-form.ts';
import { dropDraft } from '#lib/server/commands/keep-draft.ts';
import { publishAlgorithm } from '#lib/server/commands/publish-algorithm.ts';
import { action } from '#lib/server/http/action.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { page } from '#lib/server/http/page.ts';
import { readDraft, workOnDraft } from '#lib/server/pages/draft.ts';
import { listDecisionOptions } from '#lib/server/queries/list-decision-options.ts';
import { findAlgorithm } from '#lib/server/queries/find-algorithm.ts';
import { findWorkPackageFacts } from '#lib/server/queries/find-work-package-facts.ts';
import { listCriteria } from '#lib/server/queries/list-criteria.ts';

const FORM = 'algorithm';

async function mayPublish({ db, actor, project }: ProjectRequest, workPackage: number): Promise<boolean> {
	const keeper = await findWorkPackageFacts(db, project.id, { number: workPackage });
	return can(actor, 'algorithm:publish', { workPackageIds: keeper ? [keeper.workPackage.id] : [] }).ok;
}

export const load = page('algorithm:publish', async (request) => {
	const { db, project, today } = request;
	const { number, algorithm } = await findAlgorithm(db, project.id);
	if (!(await mayPublish(request, algorithm.workPackage))) return undefined;
	const profiles = await listCriteria(db, project.id, today);
	return {
		decisions: await listDecisionOptions(db, project.id),
		number,
		draft: draftOf(algorithm),
		kept: await readDraft(request, FORM),
		timeZone: project.timeZone,
		profiles: profiles
			.filter(({ country }) => country === null)
			.map(({ code, title }) => ({ value: code, label: title }))
	};
});

export const actions = {
	default: action('algorithm:publish', draftForm(PublishAlgorithm), async (request, { typed, sent }) => {
		const { db, actor, project, now } = request;
		if (!sent) {
			const { algorithm } = await findAlgorithm(db, project.id);
			if (!(await mayPublish(request, algorithm.workPackage))) throw new NotFound();
			return workOnDraft(request, FORM, typed);
		}
		await publishAlgorithm(db, actor, sent, now);
		await dropDraft(db, actor, FORM);
		return { to: `/${project.slug}/catalogue/algorithm`, flash: 'algorithm-published' };
	})
};
