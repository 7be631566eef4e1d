import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { MatrixFilter } from '#lib/domain/catalogue/matrix-filter.ts';
import { entriesAt } from './entries-at.ts';
import { fitsMatrix } from './fits-matrix.ts';
import type { RegisterMoment } from './open-cells.ts';

interface Window {
	/** States in the order of the way. */
	states: readonly string[];
	page: number;
	size: number;
}

/** One page of the entries that fit, group by group. */
export function listMatrixEntries(
	db: Db,
	projectId: string,
	filter: MatrixFilter,
	moment: RegisterMoment,
	{ states, page, size }: Window
) {
	const entries = db
		.selectFrom(entriesAt(db, projectId, moment.at).as('e'))
		.leftJoin('theme', (join) =>
			join.onRef('theme.code', '=', 'e.theme').on('theme.projectId', '=', projectId)
		)
		.leftJoin('person as author', 'author.id', 'e.authorId')
		.where(fitsMatrix(db, filter, moment))
		.select(['e.id', 'e.code', 'e.title', 'e.state', 'e.readyOn', 'e.origin', 'e.country', 'e.theme'])
		.select(['e.ownerId', 'e.ownerCode', 'e.ownerAcronym', 'author.name as authorName'])
		.select(leftOut(moment.at).as('leftOut'));
	const grouped = {
		country: () => entries.orderBy('e.country').orderBy('e.ownerPosition').orderBy('e.ownerCode'),
		partner: () => entries.orderBy('e.ownerPosition').orderBy('e.ownerCode'),
		theme: () =>
			entries
				.orderBy(sql`theme.position is null`)
				.orderBy('theme.position')
				.orderBy('e.theme'),
		state: () => entries.orderBy(placeOf(states)).orderBy('e.state'),
		none: () => entries
	};
	return grouped[filter.group]()
		.orderBy('e.position')
		.orderBy('e.code')
		.limit(size)
		.offset((page - 1) * size)
		.execute();
}

/** Elements left out with a reason, as one text. */
function leftOut(at: string | null) {
	const stands =
		at === null ? sql`until_at is null` : sql`set_at <= ${at} and (until_at is null or until_at > ${at})`;
	return sql<string | null>`(
		select string_agg(element, ',') from entry_element
		where entry_element.item_id = e.id and standing = 'not-applicable' and ${stands})`;
}

/** Place of a state on the way, as SQL; beside the way is last. */
function placeOf(states: readonly string[]) {
	const places = states.map((state, index) => sql`when ${state} then ${sql.lit(index)}`);
	return sql<number>`case e.state ${sql.join(places, sql` `)} else ${sql.lit(states.length)} end`;
}
