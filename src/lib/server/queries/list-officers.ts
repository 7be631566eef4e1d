import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';

/** Everybody who ever held an office that approves, by organisation; those in office first. */
export function listOfficers(db: Db, projectId: string) {
	return db
		.selectFrom('awardingOfficer')
		.innerJoin('person', 'person.id', 'awardingOfficer.personId')
		.innerJoin('person as namer', 'namer.id', 'awardingOfficer.namedBy')
		.select([
			'awardingOfficer.id',
			'awardingOfficer.organisationId',
			'awardingOfficer.personId',
			'person.name as person',
			'awardingOfficer.office',
			'awardingOfficer.fromOn',
			'awardingOfficer.toOn',
			'namer.name as namedBy',
			'awardingOfficer.namedAt'
		])
		.where('awardingOfficer.projectId', '=', projectId)
		.orderBy('awardingOfficer.fromOn', 'desc')
		.orderBy('awardingOfficer.id')
		.execute();
}

/** Who may approve today for one of these awarding bodies, and is still a member of it. */
export async function listOfficersInOffice(
	db: Db,
	projectId: string,
	bodies: readonly { organisationId: string }[],
	today: Day
) {
	if (bodies.length === 0) return [];
	return db
		.selectFrom('awardingOfficer')
		.innerJoin('person', 'person.id', 'awardingOfficer.personId')
		.innerJoin('membership', (join) =>
			join
				.onRef('membership.personId', '=', 'awardingOfficer.personId')
				.onRef('membership.projectId', '=', 'awardingOfficer.projectId')
				.onRef('membership.organisationId', '=', 'awardingOfficer.organisationId')
				.on('membership.toOn', 'is', null)
		)
		.select([
			'awardingOfficer.organisationId',
			'awardingOfficer.personId',
			'person.name as person',
			'awardingOfficer.office'
		])
		.where('awardingOfficer.projectId', '=', projectId)
		.where(
			'awardingOfficer.organisationId',
			'in',
			bodies.map((one) => one.organisationId)
		)
		.where('awardingOfficer.fromOn', '<=', today)
		.where((eb) => eb.or([eb('awardingOfficer.toOn', 'is', null), eb('awardingOfficer.toOn', '>=', today)]))
		.orderBy('person.name')
		.orderBy('awardingOfficer.id')
		.execute();
}
