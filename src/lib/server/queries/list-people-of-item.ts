import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { Contribution } from '#db/schema/evidence.ts';
import type { ReviewAssignment } from '#db/schema/review.ts';

/**
 * Who worked on an item, who is asked to judge it, who once worked for another organisation, and who declared a
 * conflict about it or about the whole project, in one read.
 */
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
			sql<string | null>`null`.as('conflict'),
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
					sql<string | null>`null`.as('conflict'),
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
					sql<string | null>`null`.as('conflict'),
					sql<number>`0`.as('external'),
					sql<string>`''`.as('note'),
					'membership.fromOn as at'
				])
				.where('item.id', '=', itemId)
				.where('membership.toOn', 'is not', null)
		)
		.unionAll(
			db
				.selectFrom('declaredConflict')
				.innerJoin('item', 'item.projectId', 'declaredConflict.projectId')
				.innerJoin('person', 'person.id', 'declaredConflict.personId')
				.select([
					'declaredConflict.id',
					'declaredConflict.personId',
					'person.name',
					sql<string>`''`.as('organisationId'),
					sql<string>`''`.as('acronym'),
					sql<string>`''`.as('country'),
					sql<Contribution['kind'] | null>`null`.as('contribution'),
					sql<ReviewAssignment['kind'] | null>`null`.as('assignment'),
					'declaredConflict.reason as conflict',
					sql<number>`0`.as('external'),
					sql<string>`''`.as('note'),
					'declaredConflict.declaredAt as at'
				])
				.where('item.id', '=', itemId)
				.where('declaredConflict.endedAt', 'is', null)
				.where((eb) =>
					eb.or([
						eb('declaredConflict.itemId', '=', eb.ref('item.id')),
						eb('declaredConflict.itemId', 'is', null)
					])
				)
		)
		.orderBy('at')
		.orderBy('id')
		.execute();
	return {
		conflicts: rows.flatMap(({ personId, conflict: reason }) =>
			reason === null || personId === null ? [] : [{ personId, reason }]
		),
		former: rows.flatMap(({ organisationId, acronym, personId, contribution, assignment, conflict }) =>
			contribution === null && assignment === null && conflict === null && personId !== null
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
