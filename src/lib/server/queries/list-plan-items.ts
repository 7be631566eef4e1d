import type { Db } from '#db/schema.ts';
import { can, mayAlways } from '#lib/domain/can.ts';
import { PLAN_KINDS, type PlanKind } from '#lib/domain/items.ts';
import { opennessOf } from '#lib/domain/public-items.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { listItemRows, READ_ITEM, workPackagesOf } from './list-item-rows.ts';

/**
 * Deliverables and milestones as the plan shows them, in its order. Who follows the progress sees them all, others only
 * what they may read; `readable` says whether the actor may open the item itself.
 */
export async function listPlanItems(db: Db, actor: Actor) {
	const rows = await listItemRows(db, actor.projectId);
	const assignedIds = await listAssignedIds(db, actor);
	const seesAll = mayAlways(actor, 'progress:read');
	return rows
		.map(({ workPackage, leadAcronym, level, ...item }) => {
			const workPackageIds = workPackagesOf(item);
			const subject = {
				itemId: item.id,
				leadOrganisationId: item.leadOrganisationId,
				workPackageIds,
				assignedPersonIds: assignedIds.has(item.id) ? [actor.personId] : [],
				...opennessOf({ ...item, disseminationLevel: level })
			};
			const readable = can(actor, READ_ITEM[item.kind], subject).ok;
			const { means, provenMeans } = item;
			const proof = { means: means ?? 0, meansWithEvidence: provenMeans ?? 0 };
			return {
				...item,
				...proof,
				workPackageNumber: workPackage,
				lead: leadAcronym,
				workPackageIds,
				readable
			};
		})
		.filter((item) => seesAll || item.readable)
		.toSorted((a, b) => a.workPackageNumber - b.workPackageNumber || compareKinds(a.kind, b.kind));
}

export type PlanItem = Awaited<ReturnType<typeof listPlanItems>>[number];

/** Deliverables before milestones. */
function compareKinds(a: PlanKind, b: PlanKind): number {
	return PLAN_KINDS.indexOf(a) - PLAN_KINDS.indexOf(b);
}

/** What the actor is asked to judge in person; of no use to those who read everything anyway. */
async function listAssignedIds(db: Db, actor: Actor): Promise<ReadonlySet<string>> {
	if (mayAlways(actor, 'deliverable:read') && mayAlways(actor, 'milestone:read')) return new Set();
	const rows = await db
		.selectFrom('reviewAssignment')
		.select('itemId')
		.where('projectId', '=', actor.projectId)
		.where('personId', '=', actor.personId)
		.where('endedAt', 'is', null)
		.orderBy('itemId')
		.execute();
	return new Set(rows.map(({ itemId }) => itemId));
}
