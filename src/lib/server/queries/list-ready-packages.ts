import type { Db } from '#db/schema.ts';

/** The work packages of a project in order, with their leads and the risks that threaten them. One query. */
export async function listReadyPackages(db: Db, projectId: string) {
	const rows = await db
		.selectFrom('workPackage')
		.leftJoin('organisation as lead', 'lead.id', 'workPackage.leadOrganisationId')
		.leftJoin('riskWorkPackage', 'riskWorkPackage.workPackageId', 'workPackage.id')
		.leftJoin('risk', 'risk.id', 'riskWorkPackage.riskId')
		.select([
			'workPackage.id',
			'workPackage.number',
			'workPackage.title',
			'workPackage.endMonth',
			'lead.acronym as lead',
			'lead.country as leadCountry',
			'risk.number as riskNumber',
			'risk.state as riskState'
		])
		.where('workPackage.projectId', '=', projectId)
		.orderBy('workPackage.number')
		.orderBy('risk.number', (order) => order.asc().nullsLast())
		.execute();
	return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((group) =>
		group.slice(0, 1).map(({ riskNumber: _n, riskState: _s, ...workPackage }) => ({
			...workPackage,
			risks: group.flatMap(({ riskNumber: number, riskState: state }) =>
				number === null || state === null ? [] : [{ number, state }]
			)
		}))
	);
}
