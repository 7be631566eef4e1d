import type { Db } from '#db/schema.ts';
import { can, mayAlways } from '#lib/domain/can.ts';
import { PLAN_KINDS, type PlanKind } from '#lib/domain/items.ts';
import { isPublicItem } from '#lib/domain/public-items.ts';
import type { Actor } from '#lib/domain/roles.ts';

/**
 * Deliverables and milestones as the plan shows them, in its order. Who follows the progress sees them all, others only
 * what they may read; `readable` says whether the actor may open the item itself.
 */
export async function listPlanItems(db: Db, actor: Actor) {
	const rows = await listRows(db, actor.projectId);
	const assignedIds = await listAssignedIds(db, actor);
	const seesAll = mayAlways(actor, 'progress:read');
	return [...Map.groupBy(rows, ({ id }) => id).values()]
		.flatMap(([row, ...more]) => {
			if (!row) return [];
			const { disseminationLevel, furtherWorkPackageId: _, ...item } = row;
			const further = [row, ...more].map((one) => one.furtherWorkPackageId).filter((id) => id !== null);
			const workPackageIds = [...new Set([item.workPackageId, ...further])];
			const subject = {
				itemId: item.id,
				leadOrganisationId: item.leadOrganisationId,
				workPackageIds,
				assignedPersonIds: assignedIds.has(item.id) ? [actor.personId] : [],
				isPublic: isPublicItem({ ...item, disseminationLevel })
			};
			const permission = item.kind === 'deliverable' ? 'deliverable:read' : 'milestone:read';
			return [{ ...item, workPackageIds, readable: can(actor, permission, subject).ok }];
		})
		.filter((item) => seesAll || item.readable);
}

export type PlanItem = Awaited<ReturnType<typeof listPlanItems>>[number];

/** One row for each further work package of an item, or a single one without. */
async function listRows(db: Db, projectId: string) {
	return db
		.selectFrom('item')
		.innerJoin('workPackage', 'workPackage.id', 'item.workPackageId')
		.leftJoin('organisation', 'organisation.id', 'item.leadOrganisationId')
		.leftJoin('deliverable', 'deliverable.itemId', 'item.id')
		.leftJoin('milestone', 'milestone.itemId', 'item.id')
		.leftJoin('itemWorkPackage', 'itemWorkPackage.itemId', 'item.id')
		.select([
			'item.id',
			'item.kind',
			'item.code',
			'item.title',
			'item.state',
			'item.dueMonth',
			'item.contractualOn',
			'item.agreedOn',
			'item.forecastOn',
			'item.origin',
			'item.workPackageId',
			'item.leadOrganisationId',
			'workPackage.number as workPackageNumber',
			'organisation.acronym as lead',
			'organisation.country as leadCountry',
			'deliverable.submittedOn',
			'deliverable.acceptedOn',
			'deliverable.disseminationLevel',
			'milestone.achievedOn',
			'itemWorkPackage.workPackageId as furtherWorkPackageId'
		])
		.where('item.projectId', '=', projectId)
		.where('item.kind', 'in', PLAN_KINDS)
		.$narrowType<{ kind: PlanKind }>()
		.orderBy('workPackage.number')
		.orderBy('item.kind')
		.orderBy('item.position')
		.orderBy('item.code')
		.execute();
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
