import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';
import { deputyState } from '#lib/domain/deputies.ts';

function deputies(db: Db, projectId: string) {
	return db
		.selectFrom('deputy')
		.innerJoin('person', 'person.id', 'deputy.personId')
		.innerJoin('person as stand', 'stand.id', 'deputy.deputyId')
		.innerJoin('person as namer', 'namer.id', 'deputy.namedBy')
		.leftJoin('person as ender', 'ender.id', 'deputy.endedBy')
		.selectAll('deputy')
		.select([
			'person.name as personName',
			'stand.name as deputyName',
			'namer.name as namedByName',
			'ender.name as endedByName'
		])
		.where('deputy.projectId', '=', projectId);
}

export function findDeputyRow(db: Db, projectId: string, id: string) {
	return deputies(db, projectId).where('deputy.id', '=', id).executeTakeFirst();
}

/** Who stands in for a person, and for whom this person does, the newest first. */
export async function listDeputies(db: Db, projectId: string, personId: string, today: Day) {
	const rows = await deputies(db, projectId)
		.where((eb) => eb.or([eb('deputy.personId', '=', personId), eb('deputy.deputyId', '=', personId)]))
		.orderBy('deputy.fromOn', 'desc')
		.orderBy('deputy.id', 'desc')
		.execute();
	return rows.map((row) => ({ ...row, state: deputyState(row, today) }));
}

/** Members of an organisation who could stand in for one of them. */
export function listColleagues(db: Db, projectId: string, organisationId: string, personId: string) {
	return db
		.selectFrom('membership')
		.innerJoin('person', 'person.id', 'membership.personId')
		.select(['person.id', 'person.name'])
		.where('membership.projectId', '=', projectId)
		.where('membership.organisationId', '=', organisationId)
		.where('membership.toOn', 'is', null)
		.where('person.disabledAt', 'is', null)
		.where('person.id', '!=', personId)
		.orderBy('person.name')
		.orderBy('person.id')
		.execute();
}
