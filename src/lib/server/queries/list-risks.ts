import type { Db } from '#db/schema.ts';

/** Risks with the work packages they threaten, one row for each. */
export async function listRisks(db: Db, projectId: string) {
	return db
		.selectFrom('risk')
		.innerJoin('riskWorkPackage', 'riskWorkPackage.riskId', 'risk.id')
		.leftJoin('organisation', 'organisation.id', 'risk.ownerOrganisationId')
		.select([
			'risk.id',
			'risk.number',
			'risk.description',
			'risk.mitigation',
			'risk.likelihood',
			'risk.severity',
			'risk.foreseen',
			'risk.state',
			'risk.origin',
			'organisation.acronym as owner',
			'riskWorkPackage.workPackageId'
		])
		.where('risk.projectId', '=', projectId)
		.orderBy('risk.number')
		.orderBy('riskWorkPackage.workPackageId')
		.execute();
}
