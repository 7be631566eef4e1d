import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { REPORTED_STATES } from '#lib/domain/check-ins/check-ins.ts';
import { PLAN_KINDS, type PlanKind } from '#lib/domain/items.ts';

/** What it waits for by the last check-in that spoke of it; null where that one did not say it was blocked. */
const waitsFor = sql<string | null>`(
	select case when line.answer = 'blocked'
		then coalesce(other.acronym, nullif(line.blocked_by_name, ''), nullif(line.note, ''), 'somebody') end
	from check_in_line as line
	inner join check_in as said on said.id = line.check_in_id
	inner join check_in_period as asked on asked.id = said.period_id
	left join organisation as other on other.id = line.blocked_by_id
	where line.record_id = item.id and line.answer is not null and said.state in (${sql.join(REPORTED_STATES)})
	order by asked.starts_on desc, line.id desc limit 1
)`;

/** Every item of a project as it stands in the plan, with its moves, means and further work packages counted. */
export function listItemRows(db: Db, projectId: string) {
	return selectItemRows(db, projectId).execute();
}

/** The same, for a query that joins more to it. */
export function selectItemRows(db: Db, projectId: string, kinds: readonly PlanKind[] = PLAN_KINDS) {
	return db
		.selectFrom('item')
		.innerJoin('workPackage', 'workPackage.id', 'item.workPackageId')
		.leftJoin('organisation as lead', 'lead.id', 'item.leadOrganisationId')
		.leftJoin('organisation as packageLead', 'packageLead.id', 'workPackage.leadOrganisationId')
		.leftJoin('deliverable', 'deliverable.itemId', 'item.id')
		.leftJoin('milestone', 'milestone.itemId', 'item.id')
		.select((eb) => [
			'item.id',
			'item.kind',
			'item.code',
			'item.position',
			'item.title',
			'item.search',
			'item.state',
			'item.stateSinceAt',
			'item.contractualOn',
			'item.agreedOn',
			'item.forecastOn',
			'item.origin',
			'item.workPackageId',
			'item.leadOrganisationId',
			'workPackage.number as workPackage',
			'workPackage.leadOrganisationId as packageLeadId',
			'packageLead.acronym as packageLeadAcronym',
			'lead.acronym as leadAcronym',
			'lead.country as leadCountry',
			'deliverable.type',
			'deliverable.disseminationLevel as level',
			'item.dueMonth',
			'deliverable.submittedOn',
			'deliverable.acceptedOn',
			'milestone.achievedOn',
			'milestone.paymentRelevant',
			eb
				.selectFrom('dateMove')
				.whereRef('dateMove.itemId', '=', 'item.id')
				.select((moves) => moves.fn.countAll<number>().as('count'))
				.as('moves'),
			eb
				.selectFrom('dateMove')
				.whereRef('dateMove.itemId', '=', 'item.id')
				.where('dateMove.dateKind', '=', 'agreed')
				.select('dateMove.reference')
				.orderBy('dateMove.movedAt', 'desc')
				.orderBy('dateMove.id', 'desc')
				.limit(1)
				.as('agreedBy'),
			eb
				.selectFrom('meansOfVerification')
				.whereRef('meansOfVerification.itemId', '=', 'item.id')
				.select((means) => means.fn.countAll<number>().as('count'))
				.as('means'),
			eb
				.selectFrom('evidenceUse')
				.innerJoin('evidence', 'evidence.id', 'evidenceUse.evidenceId')
				.whereRef('evidenceUse.itemId', '=', 'item.id')
				.where('evidenceUse.removedAt', 'is', null)
				.where('evidence.withdrawnAt', 'is', null)
				.select((proven) => proven.fn.count<number>('evidenceUse.meansId').distinct().as('count'))
				.as('provenMeans'),
			eb
				.selectFrom('itemWorkPackage')
				.whereRef('itemWorkPackage.itemId', '=', 'item.id')
				.select(sql<string>`string_agg(work_package_id, ',')`.as('ids'))
				.as('furtherPackages'),
			eb
				.selectFrom('itemDependency')
				.innerJoin('item as base', 'base.id', 'itemDependency.dependsOnItemId')
				.whereRef('itemDependency.itemId', '=', 'item.id')
				.select(sql<string>`string_agg(base.code, ',')`.as('codes'))
				.as('restsOn'),
			waitsFor.as('waitsFor')
		])
		.where('item.projectId', '=', projectId)
		.where('item.kind', 'in', kinds)
		.$narrowType<{ kind: PlanKind }>()
		.orderBy('item.position')
		.orderBy('item.code');
}

export type ItemRow = Awaited<ReturnType<typeof listItemRows>>[number];

/** What it takes to read an item of the plan. */
export const READ_ITEM = { deliverable: 'deliverable:read', milestone: 'milestone:read' } as const;

/** Its own work package first, then those it is shared with. */
export function workPackagesOf(row: Pick<ItemRow, 'workPackageId' | 'furtherPackages'>): string[] {
	return [...new Set([row.workPackageId, ...(row.furtherPackages?.split(',') ?? [])])];
}
