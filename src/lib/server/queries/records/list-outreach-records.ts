import type { Db } from '#db/schema.ts';
import { isPublicOutreach, participationSubject } from '#lib/domain/outreach/outreach.ts';

/** Lines of the dissemination log, as evidence and its rights see them. */
export async function listOutreachRecords(db: Db, projectId: string, ids: readonly string[]) {
	const rows = await db
		.selectFrom('outreach')
		.leftJoin('organisation', 'organisation.id', 'outreach.organisationId')
		.select(['outreach.id', 'outreach.code', 'outreach.title', 'outreach.level', 'outreach.state'])
		.select(['outreach.organisationId', 'organisation.country'])
		.where('outreach.projectId', '=', projectId)
		.where('outreach.id', 'in', ids)
		.orderBy('outreach.startsOn')
		.orderBy('outreach.id')
		.execute();
	const parts = await listOutreachParts(db, ids);
	return rows.map((row) => ({
		id: row.id,
		label: row.code,
		title: row.title,
		path: `/dissemination/${row.code}`,
		subject: participationSubject({
			leadOrganisationId: row.organisationId,
			leadCountry: row.country,
			...parts(row.id),
			isPublic: isPublicOutreach(row)
		})
	}));
}

/** Organisations and work packages of lines of the log. */
async function listOutreachParts(db: Db, ids: readonly string[]) {
	const organisations = await db
		.selectFrom('outreachOrganisation')
		.select(['outreachId', 'organisationId'])
		.where('outreachId', 'in', ids)
		.orderBy('organisationId')
		.execute();
	const packages = await db
		.selectFrom('outreachWorkPackage')
		.select(['outreachId', 'workPackageId'])
		.where('outreachId', 'in', ids)
		.orderBy('workPackageId')
		.execute();
	return (id: string) => ({
		organisationIds: organisations
			.filter(({ outreachId }) => outreachId === id)
			.map(({ organisationId }) => organisationId),
		workPackageIds: packages
			.filter(({ outreachId }) => outreachId === id)
			.map(({ workPackageId }) => workPackageId)
	});
}
