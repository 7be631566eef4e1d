import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { Contribution } from '#db/schema/evidence.ts';
import type { ReviewAssignment } from '#db/schema/review.ts';
import { conflictOf } from './conflict-of.ts';

/** Contributions, and reviewers and verifiers asked now, of a project by item: both in one read. */
export async function listPeopleOfItems(db: Db, projectId: string) {
	const rows = await db
		.selectFrom('contribution')
		.innerJoin('organisation', 'organisation.id', 'contribution.organisationId')
		.select([
			'contribution.id as rowId',
			'contribution.itemId',
			'contribution.organisationId',
			'organisation.acronym',
			'organisation.country',
			'contribution.personId',
			sql<Contribution['kind'] | null>`contribution.kind`.as('contribution'),
			sql<ReviewAssignment['kind'] | null>`null`.as('assignment'),
			'contribution.note',
			sql<string | null>`null`.as('name'),
			sql<string | null>`null`.as('conflict'),
			'contribution.recordedAt as at'
		])
		.where('contribution.projectId', '=', projectId)
		.unionAll(
			db
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
					'reviewAssignment.id as rowId',
					'reviewAssignment.itemId',
					'organisation.id as organisationId',
					'organisation.acronym',
					'organisation.country',
					'reviewAssignment.personId',
					sql<Contribution['kind'] | null>`null`.as('contribution'),
					'reviewAssignment.kind as assignment',
					sql<string>`''`.as('note'),
					'person.name',
					conflictOf('review_assignment').as('conflict'),
					'reviewAssignment.assignedAt as at'
				])
				.where('reviewAssignment.projectId', '=', projectId)
				.where('reviewAssignment.endedAt', 'is', null)
		)
		.orderBy('at')
		.orderBy('rowId')
		.execute();
	const contributions = rows.flatMap(({ contribution: kind, ...row }) => {
		const { itemId, organisationId, acronym, personId, note } = row;
		return kind === null ? [] : [{ itemId, organisationId, acronym, personId, kind, note }];
	});
	const assignments = rows.flatMap(({ assignment: kind, personId, name, ...row }) => {
		const { itemId, conflict, organisationId, acronym, country } = row;
		return kind === null || personId === null || name === null
			? []
			: [{ itemId, personId, kind, name, conflict, organisationId, acronym, country }];
	});
	return {
		contributions: Map.groupBy(contributions, ({ itemId }) => itemId),
		assignments: Map.groupBy(assignments, ({ itemId }) => itemId)
	};
}
