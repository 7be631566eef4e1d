import type { Db } from '#db/schema.ts';
import { conflictOf } from './conflict-of.ts';

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
			conflictOf('review_assignment').as('conflict'),
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
