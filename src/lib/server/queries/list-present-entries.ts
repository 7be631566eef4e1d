import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { parseContent } from '#lib/schemas/catalogue/content.ts';

/** What signatures on some entries are held against: their content and their awarding bodies, the owner first. One query. */
export async function listPresentEntries(db: Db, itemIds: readonly string[]) {
	const rows = await db
		.selectFrom('item')
		.leftJoin('entryElement as held', (join) =>
			join.onRef('held.itemId', '=', 'item.id').on('held.untilAt', 'is', null)
		)
		.select(['item.id', 'item.leadOrganisationId', 'held.element', 'held.standing', 'held.value'])
		.select('held.reason')
		.select((eb) =>
			eb
				.selectFrom('entryBody as body')
				.whereRef('body.itemId', '=', 'item.id')
				.where('body.removedAt', 'is', null)
				.select(
					sql<string>`string_agg(body.organisation_id, ',' order by body.added_at, body.organisation_id)`.as(
						'ids'
					)
				)
				.as('further')
		)
		.where('item.id', 'in', itemIds)
		.orderBy('item.id')
		.orderBy('held.element')
		.execute();
	return new Map(
		[...Map.groupBy(rows, ({ id }) => id)].map(([id, held]) => {
			const { leadOrganisationId: owner = null, further = null } = held[0] ?? {};
			const bodyIds = [...(owner === null ? [] : [owner]), ...(further?.split(',') ?? [])];
			return [
				id,
				{
					content: parseContent(held.flatMap(heldOf)),
					// Who they are decides, not how they are called.
					bodies: bodyIds.map((organisationId) => ({ organisationId, acronym: '' }))
				}
			];
		})
	);
}

interface Row {
	element: string | null;
	standing: 'value' | 'not-applicable' | 'empty' | null;
	value: string | null;
	reason: string | null;
}

/** None for an entry of which nothing is written. */
function heldOf({ element, standing, value, reason }: Row) {
	return element === null || standing === null || value === null
		? []
		: [{ element, standing, value, reason: reason ?? '' }];
}
