import type { Db } from '#db/schema.ts';

/** Contributions of a project by item. */
export async function listContributions(db: Db, projectId: string) {
	const rows = await db
		.selectFrom('contribution')
		.innerJoin('organisation', 'organisation.id', 'contribution.organisationId')
		.select([
			'contribution.itemId',
			'contribution.organisationId',
			'organisation.acronym',
			'contribution.personId',
			'contribution.kind',
			'contribution.note'
		])
		.where('contribution.projectId', '=', projectId)
		.orderBy('contribution.recordedAt')
		.orderBy('contribution.id')
		.execute();
	return Map.groupBy(rows, (row) => row.itemId);
}

/** Reviewers and verifiers asked now, by item. */
export async function listAssignments(db: Db, projectId: string) {
	const rows = await db
		.selectFrom('reviewAssignment')
		.innerJoin('person', 'person.id', 'reviewAssignment.personId')
		.innerJoin('membership', (join) =>
			join
				.onRef('membership.personId', '=', 'reviewAssignment.personId')
				.onRef('membership.projectId', '=', 'reviewAssignment.projectId')
				.on('membership.toOn', 'is', null)
		)
		.innerJoin('organisation', 'organisation.id', 'membership.organisationId')
		.select([
			'reviewAssignment.itemId',
			'reviewAssignment.personId',
			'reviewAssignment.kind',
			'person.name',
			'organisation.id as organisationId',
			'organisation.acronym',
			'organisation.country'
		])
		.where('reviewAssignment.projectId', '=', projectId)
		.where('reviewAssignment.endedAt', 'is', null)
		.orderBy('reviewAssignment.assignedAt')
		.orderBy('reviewAssignment.id')
		.execute();
	return Map.groupBy(rows, (row) => row.itemId);
}

/** Declared conflicts of a project that stand; `itemId` null means every item. */
export function listConflicts(db: Db, projectId: string) {
	return db
		.selectFrom('declaredConflict')
		.select(['itemId', 'personId', 'reason'])
		.where('projectId', '=', projectId)
		.where('endedAt', 'is', null)
		.orderBy('id')
		.execute();
}
