import type { Db } from '#db/schema.ts';
import { joined, parted } from './joined.ts';
import { isPublicOutreach, participationSubject } from '#lib/domain/outreach/outreach.ts';

/** Lines of the dissemination log, as evidence and its rights see them. */
export async function listOutreachRecords(db: Db, projectId: string, ids: readonly string[]) {
	const rows = await db
		.selectFrom('outreach')
		.leftJoin('organisation', 'organisation.id', 'outreach.organisationId')
		.select(['outreach.id', 'outreach.code', 'outreach.title', 'outreach.level', 'outreach.state'])
		.select(['outreach.organisationId', 'organisation.country'])
		.select((eb) => [
			eb
				.selectFrom('outreachOrganisation as part')
				.whereRef('part.outreachId', '=', 'outreach.id')
				.select(joined('part.organisation_id').as('ids'))
				.as('organisations'),
			eb
				.selectFrom('outreachWorkPackage as part')
				.whereRef('part.outreachId', '=', 'outreach.id')
				.select(joined('part.work_package_id').as('ids'))
				.as('packages')
		])
		.where('outreach.projectId', '=', projectId)
		.where('outreach.id', 'in', ids)
		.orderBy('outreach.startsOn')
		.orderBy('outreach.id')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		label: row.code,
		title: row.title,
		path: `/dissemination/${row.code}`,
		subject: participationSubject({
			leadOrganisationId: row.organisationId,
			leadCountry: row.country,
			organisationIds: parted(row.organisations),
			workPackageIds: parted(row.packages),
			isPublic: isPublicOutreach(row)
		})
	}));
}
