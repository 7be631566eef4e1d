import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';
import type { ItemKind } from '#lib/domain/items.ts';
import type { ReviewerPool } from '#lib/domain/reviewers-ahead.ts';
import { isQaRole, type Role } from '#lib/domain/roles.ts';

interface EntryDuty {
	personId: string;
	kind: ItemKind;
	code: string;
	dueOn: Day | null;
}

/** Who may be asked to sign reviews, what speaks against them, and which entries of the catalogue they review now. One query. */
export async function findReviewerPool(
	db: Db,
	projectId: string,
	today: Day
): Promise<ReviewerPool & { entryDuties: readonly EntryDuty[] }> {
	const none = sql<string | null>`null`;
	const rows = await members(db, projectId)
		.innerJoin('roleGrant', (join) =>
			join
				.onRef('roleGrant.personId', '=', 'membership.personId')
				.onRef('roleGrant.projectId', '=', 'membership.projectId')
		)
		.select([sql<string>`'role'`.as('what'), sql<Role | null>`role_grant.role`.as('role')])
		.select([none.as('itemId'), none.as('code'), none.as('text')])
		.where('membership.toOn', 'is', null)
		.where('person.disabledAt', 'is', null)
		.where('roleGrant.confirmedAt', 'is not', null)
		.where('roleGrant.revokedAt', 'is', null)
		.where('roleGrant.fromOn', '<=', today)
		.where((eb) => eb.or([eb('roleGrant.toOn', 'is', null), eb('roleGrant.toOn', '>=', today)]))
		.unionAll(
			members(db, projectId)
				.select([sql<string>`'former'`.as('what'), sql<Role | null>`null`.as('role')])
				.select([none.as('itemId'), none.as('code'), none.as('text')])
				.where('membership.toOn', 'is not', null)
		)
		.unionAll(
			members(db, projectId)
				.innerJoin('declaredConflict as conflict', (join) =>
					join
						.onRef('conflict.personId', '=', 'membership.personId')
						.onRef('conflict.projectId', '=', 'membership.projectId')
				)
				.select([sql<string>`'conflict'`.as('what'), sql<Role | null>`null`.as('role')])
				.select(['conflict.itemId', none.as('code'), 'conflict.reason as text'])
				.where('membership.toOn', 'is', null)
				.where('conflict.endedAt', 'is', null)
		)
		.unionAll(
			members(db, projectId)
				.innerJoin('reviewAssignment as asked', (join) =>
					join
						.onRef('asked.personId', '=', 'membership.personId')
						.onRef('asked.projectId', '=', 'membership.projectId')
				)
				.innerJoin('item', 'item.id', 'asked.itemId')
				.innerJoin('reviewRound as round', (join) =>
					join.onRef('round.itemId', '=', 'item.id').on('round.closedAt', 'is', null)
				)
				.leftJoin('signature', (join) =>
					join.onRef('signature.roundId', '=', 'round.id').onRef('signature.personId', '=', 'asked.personId')
				)
				.select([sql<string>`'duty'`.as('what'), sql<Role | null>`null`.as('role')])
				.select(['item.id as itemId', 'item.code', 'round.dueOn as text'])
				.where('membership.toOn', 'is', null)
				.where('item.kind', '=', 'entry')
				.where('asked.kind', '=', 'signing')
				.where('asked.endedAt', 'is', null)
				.where('signature.id', 'is', null)
		)
		.orderBy('name')
		.orderBy('personId')
		.orderBy('what')
		.orderBy('code')
		.execute();
	const of = (what: string) => rows.filter((row) => row.what === what);
	return {
		candidates: [...Map.groupBy(of('role'), ({ personId }) => personId).values()].flatMap((grants) => {
			const roles = [...new Set(grants.flatMap(({ role }) => (role === null ? [] : [role])))];
			const [first] = grants;
			if (!first || !roles.some(isQaRole)) return [];
			const { personId, name, organisationId, acronym, country } = first;
			return [{ personId, name, organisationId, acronym, country, roles }];
		}),
		former: of('former').map(({ personId, organisationId, acronym }) => ({
			personId,
			organisationId,
			acronym
		})),
		conflicts: of('conflict').map(({ personId, itemId, text }) => ({ personId, itemId, reason: text ?? '' })),
		entryDuties: of('duty').map(({ personId, code, text }) => ({
			personId,
			kind: 'entry',
			code: code ?? '',
			dueOn: text
		}))
	};
}

function members(db: Db, projectId: string) {
	return db
		.selectFrom('membership')
		.innerJoin('person', 'person.id', 'membership.personId')
		.innerJoin('organisation', 'organisation.id', 'membership.organisationId')
		.select([
			'person.id as personId',
			'person.name as name',
			'organisation.id as organisationId',
			'organisation.acronym',
			'organisation.country'
		])
		.where('membership.projectId', '=', projectId);
}
