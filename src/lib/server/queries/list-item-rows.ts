import type { Db } from '#db/schema.ts';

/** Every item of a project as it stands in the plan, with how often its date moved. */
export function listItemRows(db: Db, projectId: string) {
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
			'deliverable.submittedOn',
			'milestone.achievedOn',
			'milestone.paymentRelevant',
			eb
				.selectFrom('dateMove')
				.whereRef('dateMove.itemId', '=', 'item.id')
				.select((moves) => moves.fn.countAll<number>().as('count'))
				.as('moves')
		])
		.where('item.projectId', '=', projectId)
		.orderBy('item.position')
		.orderBy('item.code')
		.execute();
}

export type ItemRow = Awaited<ReturnType<typeof listItemRows>>[number];
