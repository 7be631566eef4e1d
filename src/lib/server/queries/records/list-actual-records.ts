import type { Db } from '#db/schema.ts';
import { joined, parted } from './joined.ts';

/** Reported numbers, as evidence and its rights see them: of who reported, in the work packages of the indicator. */
export async function listActualRecords(db: Db, projectId: string, ids: readonly string[]) {
	const rows = await db
		.selectFrom('indicatorActual as actual')
		.innerJoin('indicator', 'indicator.id', 'actual.indicatorId')
		.innerJoin('organisation', 'organisation.id', 'actual.organisationId')
		.select(['actual.id', 'actual.asOfOn', 'actual.organisationId'])
		.select(['indicator.code', 'indicator.title', 'organisation.acronym', 'organisation.country'])
		.select((eb) =>
			eb
				.selectFrom('indicatorWorkPackage as part')
				.whereRef('part.indicatorId', '=', 'indicator.id')
				.select(joined('part.work_package_id').as('ids'))
				.as('packages')
		)
		.where('actual.projectId', '=', projectId)
		.where('actual.id', 'in', ids)
		.orderBy('indicator.position')
		.orderBy('actual.id')
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
			workPackageIds: parted(row.packages),
			isPublic: false
		}
	}));
}
