import { can } from '#lib/domain/can.ts';
import { draftOf } from '#lib/domain/catalogue/algorithm-draft.ts';
import { PublishAlgorithm } from '#lib/schemas/catalogue/algorithm-form.ts';
import { publishAlgorithm } from '#lib/server/commands/publish-algorithm.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { listDecisionOptions } from '#lib/server/queries/list-decision-options.ts';
import { findAlgorithm } from '#lib/server/queries/find-algorithm.ts';
import { findWorkPackageFacts } from '#lib/server/queries/find-work-package-facts.ts';
import { listCriteria } from '#lib/server/queries/list-criteria.ts';

export const load = page('algorithm:publish', async ({ db, actor, project, today }) => {
	const { number, algorithm } = await findAlgorithm(db, project.id);
	const keeper = await findWorkPackageFacts(db, project.id, { number: algorithm.workPackage });
	const subject = { workPackageIds: keeper ? [keeper.workPackage.id] : [] };
	if (!can(actor, 'algorithm:publish', subject).ok) return undefined;
	const profiles = await listCriteria(db, project.id, today);
	return {
		decisions: await listDecisionOptions(db, project.id),
		number,
		draft: draftOf(algorithm),
		profiles: profiles
			.filter(({ country }) => country === null)
			.map(({ code, title }) => ({ value: code, label: title }))
	};
});

export const actions = {
	default: action('algorithm:publish', PublishAlgorithm, async ({ db, actor, project, now }, input) => {
		await publishAlgorithm(db, actor, input, now);
		return { to: `/${project.slug}/catalogue/algorithm`, flash: 'algorithm-published' };
	})
};
