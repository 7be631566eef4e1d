import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { mobilityGaps } from '#lib/domain/outreach/mobility.ts';
import { listHeads } from './list-heads.ts';
import { countEvidence } from './list-outreach.ts';

/** Visits, exchanges, workshops and trainings of a project, the newest first. */
export async function listMobility(db: Db, projectId: string) {
	const rows = await db
		.selectFrom('mobility')
		.leftJoin('organisation', 'organisation.id', 'mobility.organisationId')
		.leftJoin('organisation as host', 'host.id', 'mobility.hostOrganisationId')
		.select(['mobility.id', 'mobility.code', 'mobility.kind', 'mobility.state', 'mobility.title'])
		.select(['mobility.startsOn', 'mobility.endsOn', 'mobility.mode', 'mobility.place', 'mobility.country'])
		.select(['mobility.topics', 'mobility.results', 'mobility.origin', 'mobility.search'])
		.select(['mobility.organisationId', 'mobility.hostOrganisationId'])
		.select(['organisation.acronym', 'organisation.country as leadCountry', 'host.acronym as host'])
		.select((eb) =>
			eb
				.selectFrom('mobilityWorkPackage')
				.innerJoin('workPackage', 'workPackage.id', 'mobilityWorkPackage.workPackageId')
				.whereRef('mobilityWorkPackage.mobilityId', '=', 'mobility.id')
				.select(sql<string>`string_agg(cast(number as text), ',')`.as('numbers'))
				.as('packages')
		)
		.where('mobility.projectId', '=', projectId)
		.orderBy('mobility.startsOn', 'desc')
		.orderBy('mobility.code')
		.execute();
	const heads = await listHeads(db, projectId, 'mobility');
	const evidence = await countEvidence(db, projectId, 'mobility');
	return rows.map(({ packages, ...row }) => {
		const own = heads.filter(({ recordId }) => recordId === row.id);
		const said = (role: string) => own.some((one) => one.role === role && one.value.kind !== 'missing');
		const proofs = evidence.get(row.id) ?? 0;
		const told = { hasParticipants: said('participant'), hasTrainers: said('trainer'), evidence: proofs };
		const numbers = packages?.split(',').map(Number) ?? [];
		return {
			...row,
			packages: numbers,
			heads: own,
			evidence: proofs,
			gaps: mobilityGaps({ ...row, ...told })
		};
	});
}
