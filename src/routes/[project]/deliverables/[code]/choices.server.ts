import type { Db } from '#db/schema.ts';
import type { StepName } from '#lib/domain/deliverable-steps.ts';
import { listMergeTargets } from '#lib/server/queries/list-merge-targets.ts';
import { listOrganisations } from '#lib/server/queries/list-organisations.ts';
import { listProposals } from '#lib/server/queries/list-proposals.ts';

/** What the forms of the page offer to choose from; nothing is read for a form that is not there. */
export async function listChoices(
	db: Db,
	projectId: string,
	has: (name: StepName) => boolean,
	itemId: string
) {
	const asksOrganisations = has('contributors') || has('approve') || has('break-glass');
	return {
		organisations: asksOrganisations ? await listOrganisations(db, projectId) : [],
		mergeTargets: has('withdraw') ? await listMergeTargets(db, projectId, itemId) : [],
		proposals: has('assign') || has('propose') ? await listProposals(db, projectId, itemId) : []
	};
}
