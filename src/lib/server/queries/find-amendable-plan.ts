import type { Db } from '#db/schema.ts';
import { PLAN_KINDS, type PlanKind } from '#lib/domain/items.ts';

/** Everything an amendment is judged by: the project, its last baseline, and every record it may change. */
export async function findAmendablePlan(db: Db, projectId: string) {
	const project = await db
		.selectFrom('project')
		.select(['startOn', 'durationMonths'])
		.where('id', '=', projectId)
		.executeTakeFirstOrThrow();
	const lastBaseline = await db
		.selectFrom('baseline')
		.select(['number', 'signedOn'])
		.where('projectId', '=', projectId)
		.orderBy('number', 'desc')
		.limit(1)
		.executeTakeFirst();
	const workPackages = await db
		.selectFrom('workPackage')
		.select([
			'id',
			'number',
			'title',
			'objectives',
			'leadOrganisationId',
			'startMonth',
			'endMonth',
			'version'
		])
		.where('projectId', '=', projectId)
		.orderBy('number')
		.execute();
	const items = await db
		.selectFrom('item')
		.leftJoin('deliverable', 'deliverable.itemId', 'item.id')
		.leftJoin('milestone', 'milestone.itemId', 'item.id')
		.select([
			'item.id',
			'item.kind',
			'item.code',
			'item.title',
			'item.description',
			'item.state',
			'item.workPackageId',
			'item.leadOrganisationId',
			'item.dueMonth',
			'item.contractualOn',
			'item.agreedOn',
			'item.forecastOn',
			'item.version',
			'deliverable.submittedOn',
			'milestone.achievedOn'
		])
		.where('item.projectId', '=', projectId)
		.where('item.kind', 'in', PLAN_KINDS)
		.$narrowType<{ kind: PlanKind }>()
		.orderBy('item.kind')
		.orderBy('item.position')
		.orderBy('item.code')
		.execute();
	const organisations = await db
		.selectFrom('organisation')
		.select('id')
		.where('projectId', '=', projectId)
		.orderBy('id')
		.execute();
	return {
		project,
		lastBaseline,
		workPackages,
		items,
		organisationIds: new Set(organisations.map(({ id }) => id))
	};
}

export type AmendablePlan = Awaited<ReturnType<typeof findAmendablePlan>>;
export type AmendableItem = AmendablePlan['items'][number];
export type AmendableWorkPackage = AmendablePlan['workPackages'][number];
