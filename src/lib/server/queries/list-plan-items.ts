import type { Db } from '#db/schema.ts';
import { can, mayAlways } from '#lib/domain/can.ts';
import { isPublicItem } from '#lib/domain/public-items.ts';
import type { Actor } from '#lib/domain/roles.ts';

/**
 * Deliverables and milestones as the plan shows them, in its order. Who follows the progress sees them all, others only
 * what they may read; `readable` says whether the actor may open the item itself.
 */
export async function listPlanItems(db: Db, actor: Actor) {
	const rows = await db
		.selectFrom('item')
		.innerJoin('workPackage', 'workPackage.id', 'item.workPackageId')
		.leftJoin('organisation', 'organisation.id', 'item.leadOrganisationId')
		.leftJoin('deliverable', 'deliverable.itemId', 'item.id')
		.leftJoin('milestone', 'milestone.itemId', 'item.id')
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
			'milestone.achievedOn'
		])
		.where('item.projectId', '=', actor.projectId)
		.orderBy('workPackage.number')
		.orderBy('item.kind')
		.orderBy('item.position')
		.orderBy('item.code')
		.execute();
	const further = await db
		.selectFrom('itemWorkPackage')
		.innerJoin('item', 'item.id', 'itemWorkPackage.itemId')
		.select(['itemWorkPackage.itemId', 'itemWorkPackage.workPackageId'])
		.where('item.projectId', '=', actor.projectId)
		.execute();
	const assigned = await db
		.selectFrom('reviewAssignment')
		.select('itemId')
		.where('projectId', '=', actor.projectId)
		.where('personId', '=', actor.personId)
		.where('endedAt', 'is', null)
		.execute();

	const furtherOf = Map.groupBy(further, ({ itemId }) => itemId);
	const assignedIds = new Set(assigned.map(({ itemId }) => itemId));
	const seesAll = mayAlways(actor, 'progress:read');
	return rows
		.map(({ disseminationLevel, ...row }) => {
			const others = (furtherOf.get(row.id) ?? []).map(({ workPackageId }) => workPackageId);
			const workPackageIds = [...new Set([row.workPackageId, ...others])];
			const subject = {
				itemId: row.id,
				leadOrganisationId: row.leadOrganisationId,
				workPackageIds,
				assignedPersonIds: assignedIds.has(row.id) ? [actor.personId] : [],
				isPublic: isPublicItem({ ...row, disseminationLevel })
			};
			const permission = row.kind === 'deliverable' ? 'deliverable:read' : 'milestone:read';
			return { ...row, workPackageIds, readable: can(actor, permission, subject).ok };
		})
		.filter((row) => seesAll || row.readable);
}

export type PlanItem = Awaited<ReturnType<typeof listPlanItems>>[number];
