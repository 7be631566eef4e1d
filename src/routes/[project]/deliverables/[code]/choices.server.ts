import type { OpenForm } from '#lib/domain/deliverable-forms.ts';
import type { StepName } from '#lib/domain/deliverable-steps.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import type { FoundDeliverable } from '#lib/server/queries/find-deliverable-facts.ts';
import { listMergeTargets } from '#lib/server/queries/list-merge-targets.ts';
import { listOrganisations } from '#lib/server/queries/list-organisations.ts';
import { listProposals } from '#lib/server/queries/list-proposals.ts';
import { candidatesFor } from '#lib/server/pages/review-data.ts';

/** What the open form offers to choose from; null where it is not the open one. */
export async function listChoices(
	{ db, actor, project, today }: ProjectRequest,
	open: OpenForm,
	has: (name: StepName) => boolean,
	found: FoundDeliverable
) {
	const asksOrganisations = has('contributors') || has('approve') || has('break-glass');
	const mayAssign = has('assign') || has('propose');
	const { id } = found.item;
	return {
		organisations:
			open === 'organisations' && asksOrganisations ? await listOrganisations(db, project.id) : null,
		mergeTargets: open === 'merge' && has('withdraw') ? await listMergeTargets(db, project.id, id) : null,
		proposals: open === 'reviewers' && mayAssign ? await listProposals(db, project.id, id) : [],
		assigning: open === 'reviewers' && mayAssign ? await candidatesFor(db, actor, found, today) : null
	};
}
