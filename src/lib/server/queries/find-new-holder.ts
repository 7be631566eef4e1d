import type { Db } from '#db/schema.ts';
import { dayIn } from '#lib/domain/days.ts';
import { unreviewedHolder } from '#lib/domain/deliverable-holder.ts';
import { isDeliverableState } from '#lib/domain/deliverable-states.ts';
import type { Holder } from '#lib/domain/holder.ts';
import { milestoneHolder } from '#lib/domain/milestone-holder.ts';
import { findHolder } from './find-holder.ts';

/**
 * An item that changed its state at this very instant, with whom it lies since; undefined when it did not. Who is asked
 * to review, to verify or to do a new action is told by the act itself, and not looked up here.
 */
export async function findNewHolder(db: Db, projectId: string, id: string, now: Date) {
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
		.where('item.stateSinceAt', '=', now.toISOString())
		.executeTakeFirst();
	if (!item) return undefined;
	const holder = await holderOf(db, projectId, item, now);
	return holder === null ? undefined : { item, holder };
}

interface Landed {
	id: string;
	kind: string;
	state: string;
	stateSinceAt: string;
	createdAt: string;
	leadOrganisationId: string | null;
	packageLeadId: string | null;
	timeZone: string;
}

/** Deliverables and milestones by what was read already; whoever makes an action or an entry knows of it. */
async function holderOf(db: Db, projectId: string, item: Landed, now: Date): Promise<Holder | null> {
	const { state, packageLeadId, createdAt, stateSinceAt } = item;
	switch (item.kind) {
		case 'deliverable':
			return isDeliverableState(state) ? unreviewedHolder({ ...item, state }) : null;
		case 'milestone': {
			const workPackageLeads = packageLeadId === null ? [] : [{ organisationId: packageLeadId }];
			const held = { ...item, workPackageLeads, assignments: [], claim: null };
			return state === 'verifying' ? null : milestoneHolder(held);
		}
		default:
			return createdAt === stateSinceAt ? null : findHolder(db, projectId, item, dayIn(item.timeZone, now));
	}
}
