import type { Db } from '#db/schema.ts';
import { participationSubject } from '#lib/domain/outreach/outreach.ts';

/** Activities of mobility and training, as evidence and its rights see them: its own, its host's, and who took part. */
export async function listMobilityRecords(db: Db, projectId: string, ids: readonly string[]) {
	const rows = await db
		.selectFrom('mobility')
		.leftJoin('organisation', 'organisation.id', 'mobility.organisationId')
		.select(['mobility.id', 'mobility.code', 'mobility.title'])
		.select(['mobility.organisationId', 'mobility.hostOrganisationId', 'organisation.country'])
		.where('mobility.projectId', '=', projectId)
		.where('mobility.id', 'in', ids)
		.orderBy('mobility.startsOn')
		.orderBy('mobility.id')
		.execute();
	const packages = await db
		.selectFrom('mobilityWorkPackage')
		.select(['mobilityId', 'workPackageId'])
		.where('mobilityId', 'in', ids)
		.orderBy('workPackageId')
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
			workPackageIds: packages
				.filter(({ mobilityId }) => mobilityId === row.id)
				.map(({ workPackageId }) => workPackageId),
			isPublic: false
		})
	}));
}
