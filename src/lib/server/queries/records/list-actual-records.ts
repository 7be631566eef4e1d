import type { Db } from '#db/schema.ts';

/** Reported numbers, as evidence and its rights see them: of who reported, in the work packages of the indicator. */
export async function listActualRecords(db: Db, projectId: string, ids: readonly string[]) {
	const rows = await db
		.selectFrom('indicatorActual as actual')
		.innerJoin('indicator', 'indicator.id', 'actual.indicatorId')
		.innerJoin('organisation', 'organisation.id', 'actual.organisationId')
		.select(['actual.id', 'actual.asOfOn', 'actual.organisationId', 'actual.indicatorId'])
		.select(['indicator.code', 'indicator.title', 'organisation.acronym', 'organisation.country'])
		.where('actual.projectId', '=', projectId)
		.where('actual.id', 'in', ids)
		.orderBy('indicator.position')
		.orderBy('actual.id')
		.execute();
	const packages = await db
		.selectFrom('indicatorWorkPackage')
		.select(['indicatorId', 'workPackageId'])
		.where('indicatorId', 'in', ['', ...rows.map(({ indicatorId }) => indicatorId)])
		.orderBy('workPackageId')
		.execute();
	return rows.map((row) => ({
		id: row.id,
		label: `${row.code} ${row.acronym}`,
		title: `${row.title}, as of ${row.asOfOn}`,
		path: `/indicators/${row.code}`,
		subject: {
			leadOrganisationId: row.organisationId,
			organisationIds: [row.organisationId],
			countries: [row.country],
			workPackageIds: packages
				.filter(({ indicatorId }) => indicatorId === row.indicatorId)
				.map(({ workPackageId }) => workPackageId),
			isPublic: false
		}
	}));
}
