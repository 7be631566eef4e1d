import type { Db } from '#db/schema.ts';
import { joined, parted } from './joined.ts';
import { participationSubject } from '#lib/domain/outreach/outreach.ts';

/** Activities of mobility and training, as evidence and its rights see them: its own, its host's, and who took part. */
export async function listMobilityRecords(db: Db, projectId: string, ids: readonly string[]) {
	const rows = await db
		.selectFrom('mobility')
		.leftJoin('organisation', 'organisation.id', 'mobility.organisationId')
		.select(['mobility.id', 'mobility.code', 'mobility.title'])
		.select(['mobility.organisationId', 'mobility.hostOrganisationId', 'organisation.country'])
		.select((eb) =>
			eb
				.selectFrom('mobilityWorkPackage as part')
				.whereRef('part.mobilityId', '=', 'mobility.id')
				.select(joined('part.work_package_id').as('ids'))
				.as('packages')
		)
		.where('mobility.projectId', '=', projectId)
		.where('mobility.id', 'in', ids)
		.orderBy('mobility.startsOn')
		.orderBy('mobility.id')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		label: row.code,
		title: row.title,
		path: `/dissemination/mobility/${row.code}`,
		subject: participationSubject({
			leadOrganisationId: row.organisationId,
			leadCountry: row.country,
			organisationIds: row.hostOrganisationId === null ? [] : [row.hostOrganisationId],
			workPackageIds: parted(row.packages),
			isPublic: false
		})
	}));
}
