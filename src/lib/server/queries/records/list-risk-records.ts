import type { Db } from '#db/schema.ts';
import { riskCode, riskSubject } from '#lib/domain/risks/facts.ts';
import { joined, parted } from './joined.ts';

/** Risks, as evidence and its rights see them. */
export async function listRiskRecords(db: Db, projectId: string, ids: readonly string[]) {
	const rows = await db
		.selectFrom('risk')
		.leftJoin('organisation', 'organisation.id', 'risk.ownerOrganisationId')
		.select(['risk.id', 'risk.number', 'risk.description', 'risk.ownerId', 'risk.ownerOrganisationId'])
		.select('organisation.country as ownerCountry')
		.select((eb) =>
			eb
				.selectFrom('riskWorkPackage as part')
				.whereRef('part.riskId', '=', 'risk.id')
				.select(joined('part.work_package_id').as('ids'))
				.as('packages')
		)
		.where('risk.projectId', '=', projectId)
		.where('risk.id', 'in', ids)
		.orderBy('risk.number')
		.execute();
	return rows.map(({ packages, ...risk }) => ({
		id: risk.id,
		label: riskCode(risk),
		title: risk.description,
		path: `/risks/${risk.number}`,
		subject: riskSubject({ ...risk, workPackageIds: parted(packages) })
	}));
}
