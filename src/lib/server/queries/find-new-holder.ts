import type { Db } from '#db/schema.ts';
import { unreviewedHolder } from '#lib/domain/deliverable-holder.ts';
import { isDeliverableState } from '#lib/domain/deliverable-states.ts';
import type { Holder } from '#lib/domain/holder.ts';
import { actionHolder } from '#lib/domain/meetings/action-holder.ts';
import { milestoneHolder } from '#lib/domain/milestone-holder.ts';
import { factsOf, selectActions } from './find-action-facts.ts';

/**
 * An item that changed its state at this very instant, with whom it lies since; undefined when it did not. Who is asked
 * to review, to verify or to do a new action is told by the act itself, and not looked up here. Two queries at most.
 */
export async function findNewHolder(db: Db, projectId: string, id: string, at: string) {
	const item = await db
		.selectFrom('item')
		.innerJoin('workPackage', 'workPackage.id', 'item.workPackageId')
		.innerJoin('project', 'project.id', 'item.projectId')
		.select(['item.id', 'item.kind', 'item.code', 'item.title', 'item.state'])
		.select(['item.stateSinceAt', 'item.createdAt'])
		.select([
			'item.leadOrganisationId',
			'workPackage.leadOrganisationId as packageLeadId',
			'project.timeZone'
		])
		.where('item.id', '=', id)
		.where('item.projectId', '=', projectId)
		.where('item.stateSinceAt', '=', at)
		.executeTakeFirst();
	if (!item) return undefined;
	const holder = await holderOf(db, projectId, item);
	return holder === null || holder.kind === 'funder' ? undefined : { item, holder };
}

interface Landed {
	id: string;
	kind: string;
	state: string;
	stateSinceAt: string;
	createdAt: string;
	leadOrganisationId: string | null;
	packageLeadId: string | null;
}

async function holderOf(db: Db, projectId: string, item: Landed): Promise<Holder | null> {
	const { state, packageLeadId } = item;
	switch (item.kind) {
		case 'deliverable':
			return isDeliverableState(state) ? unreviewedHolder({ ...item, state }) : null;
		case 'milestone': {
			const workPackageLeads = packageLeadId === null ? [] : [{ organisationId: packageLeadId }];
			const held = { ...item, workPackageLeads, assignments: [], claim: null };
			return state === 'verifying' ? null : milestoneHolder(held);
		}
		case 'action':
			return item.createdAt === item.stateSinceAt ? null : findActionHolder(db, projectId, item.id);
		default:
			return null;
	}
}

/** What is open counts as accepted only days later. */
async function findActionHolder(db: Db, projectId: string, id: string): Promise<Holder | null> {
	const row = await selectActions(db, projectId).where('item.id', '=', id).executeTakeFirst();
	if (!row) return null;
	const facts = factsOf(row);
	const { blockedByPersonId, blockingOrganisationId, qaLeadGrants } = row;
	const ownerIsQaLead = Number(qaLeadGrants ?? 0) > 0;
	return actionHolder({
		...facts,
		counting: facts.state,
		...{ ownerIsQaLead, blockedByPersonId, blockingOrganisationId }
	});
}
