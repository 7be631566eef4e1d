import type { Db } from '#db/schema.ts';
import { isExpected } from '#lib/domain/check-ins/check-ins.ts';

/**
 * Every organisation that is asked in a period, with what it said so far and which tiers go on without it.
 * `periodId` null: nobody has touched the period. Two queries.
 */
export async function listAsked(db: Db, projectId: string, periodId: string | null) {
	const rows = await db
		.selectFrom('organisation')
		.leftJoin('checkIn', (join) =>
			join.onRef('checkIn.organisationId', '=', 'organisation.id').on('checkIn.periodId', '=', periodId ?? '')
		)
		.leftJoin('person', 'person.id', 'checkIn.submittedBy')
		.select([
			'organisation.id',
			'organisation.code',
			'organisation.acronym',
			'organisation.name',
			'organisation.country',
			'organisation.role',
			'checkIn.id as checkInId',
			'checkIn.state',
			'checkIn.answer',
			'checkIn.firstSubmittedAt',
			'checkIn.submittedAt',
			'checkIn.origin',
			'checkIn.version',
			'person.name as submittedBy'
		])
		.where('organisation.projectId', '=', projectId)
		.orderBy('organisation.position')
		.orderBy('organisation.code')
		.execute();
	const exceptions = periodId === null ? [] : await listExceptions(db, periodId);
	return rows.filter(isExpected).map((row) => {
		const own = exceptions.filter(({ organisationId }) => organisationId === row.id);
		return { ...row, exceptions: own, without: own.map(({ tier }) => tier) };
	});
}

export type AskedOrganisation = Awaited<ReturnType<typeof listAsked>>[number];

/** "Accepted without X, because …" as it stands now. */
function listExceptions(db: Db, periodId: string) {
	return db
		.selectFrom('checkInException')
		.leftJoin('person', 'person.id', 'checkInException.madeBy')
		.select([
			'checkInException.organisationId',
			'checkInException.tier',
			'checkInException.reason',
			'checkInException.madeAt',
			'checkInException.madeFor',
			'person.name as madeBy'
		])
		.where('checkInException.periodId', '=', periodId)
		.where('checkInException.endedAt', 'is', null)
		.orderBy('checkInException.madeAt')
		.orderBy('checkInException.id')
		.execute();
}
