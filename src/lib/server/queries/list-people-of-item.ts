import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { Contribution } from '#db/schema/evidence.ts';
import type { ReviewAssignment } from '#db/schema/review.ts';

/** Who worked on an item, who is asked to judge it, and who once worked for another organisation, in one read. */
export async function listPeopleOfItem(db: Db, itemId: string) {
	const rows = await db
		.selectFrom('contribution')
		.innerJoin('organisation', 'organisation.id', 'contribution.organisationId')
		.leftJoin('person', 'person.id', 'contribution.personId')
		.select([
			'contribution.id as id',
			'contribution.personId',
			'person.name',
			'organisation.id as organisationId',
			'organisation.acronym',
			'organisation.country',
			sql<Contribution['kind'] | null>`contribution.kind`.as('contribution'),
			sql<ReviewAssignment['kind'] | null>`null`.as('assignment'),
			sql<number>`0`.as('external'),
			'contribution.note',
			'contribution.recordedAt as at'
		])
		.where('contribution.itemId', '=', itemId)
		.unionAll(
			db
				.selectFrom('reviewAssignment')
				.innerJoin('membership', (join) =>
					join
						.onRef('membership.personId', '=', 'reviewAssignment.personId')
						.onRef('membership.projectId', '=', 'reviewAssignment.projectId')
						.on('membership.toOn', 'is', null)
				)
				.innerJoin('organisation', 'organisation.id', 'membership.organisationId')
				.innerJoin('person', 'person.id', 'reviewAssignment.personId')
				.select([
					'reviewAssignment.id',
					'reviewAssignment.personId',
					'person.name',
					'organisation.id as organisationId',
					'organisation.acronym',
					'organisation.country',
					sql<Contribution['kind'] | null>`null`.as('contribution'),
					'reviewAssignment.kind as assignment',
					'reviewAssignment.external',
					sql<string>`''`.as('note'),
					'reviewAssignment.assignedAt as at'
				])
				.where('reviewAssignment.itemId', '=', itemId)
				.where('reviewAssignment.endedAt', 'is', null)
		)
		.unionAll(
			db
				.selectFrom('membership')
				.innerJoin('item', 'item.projectId', 'membership.projectId')
				.innerJoin('organisation', 'organisation.id', 'membership.organisationId')
				.innerJoin('person', 'person.id', 'membership.personId')
				.select([
					'membership.id',
					'membership.personId',
					'person.name',
					'organisation.id as organisationId',
					'organisation.acronym',
					'organisation.country',
					sql<Contribution['kind'] | null>`null`.as('contribution'),
					sql<ReviewAssignment['kind'] | null>`null`.as('assignment'),
					sql<number>`0`.as('external'),
					sql<string>`''`.as('note'),
					'membership.fromOn as at'
				])
				.where('item.id', '=', itemId)
				.where('membership.toOn', 'is not', null)
		)
		.orderBy('at')
		.orderBy('id')
		.execute();
	return {
		former: rows.flatMap(({ organisationId, acronym, personId, contribution, assignment }) =>
			contribution === null && assignment === null && personId !== null
				? [{ organisationId, acronym, personId }]
				: []
		),
		contributions: rows.flatMap(({ organisationId, acronym, personId, contribution: kind, note }) =>
			kind === null ? [] : [{ organisationId, acronym, personId, kind, note }]
		),
		assignments: rows.flatMap(
			({ id, personId, name, organisationId, acronym, country, assignment: kind, external }) =>
				kind === null || personId === null || name === null
					? []
					: [{ id, personId, name, organisationId, acronym, country, kind, external }]
		)
	};
}
