import type { Db } from '#db/schema.ts';

/** The duties that stood at a moment, with who holds each and the organisation that answers for that person. */
export function dutiesAt(db: Db, projectId: string, at: string | null) {
	const duties = db
		.selectFrom('entryDuty')
		.leftJoin('person', 'person.id', 'entryDuty.personId')
		.leftJoin('membership', (join) =>
			join
				.onRef('membership.personId', '=', 'entryDuty.personId')
				.onRef('membership.projectId', '=', 'entryDuty.projectId')
				.on('membership.toOn', 'is', null)
		)
		.leftJoin('organisation', 'organisation.id', 'membership.organisationId')
		.select([
			'entryDuty.itemId',
			'entryDuty.element',
			'entryDuty.dueOn',
			'entryDuty.note',
			'person.id as personId',
			'person.name as personName',
			'organisation.id as organisationId',
			'organisation.code as organisationCode',
			'organisation.acronym as organisationAcronym'
		])
		.where('entryDuty.projectId', '=', projectId);
	if (at === null) return duties.where('entryDuty.endedAt', 'is', null);
	return duties
		.where('entryDuty.setAt', '<=', at)
		.where((eb) => eb.or([eb('entryDuty.endedAt', 'is', null), eb('entryDuty.endedAt', '>', at)]));
}
