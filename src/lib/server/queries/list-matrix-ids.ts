import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { MatrixFilter } from '#lib/domain/catalogue/matrix-filter.ts';
import { kept } from '#lib/server/kept-answers.ts';
import { entriesAt } from './entries-at.ts';
import { fitsMatrix } from './fits-matrix.ts';
import type { RegisterMoment } from './open-cells.ts';

/** The entries that fit, group by group; `states` in the order of the way. */
async function listMatrixIds(
	db: Db,
	projectId: string,
	filter: MatrixFilter,
	moment: RegisterMoment,
	states: readonly string[]
): Promise<readonly string[]> {
	const entries = db
		.selectFrom(entriesAt(db, projectId, moment).as('e'))
		.where(fitsMatrix(db, filter, moment))
		.select('e.id');
	const grouped = {
		country: () => entries.orderBy('e.country').orderBy('e.ownerPosition').orderBy('e.ownerCode'),
		partner: () => entries.orderBy('e.ownerPosition').orderBy('e.ownerCode'),
		theme: () =>
			entries
				.leftJoin('theme', (join) =>
					join.onRef('theme.code', '=', 'e.theme').on('theme.projectId', '=', projectId)
				)
				.orderBy(sql`theme.position is null`)
				.orderBy('theme.position')
				.orderBy('e.theme'),
		state: () => entries.orderBy(placeOf(states)).orderBy('e.state'),
		none: () => entries
	};
	const rows = await grouped[filter.group]().orderBy('e.position').orderBy('e.code').execute();
	return rows.map(({ id }) => id);
}

/** Place of a state on the way, as SQL; beside the way is last. */
function placeOf(states: readonly string[]) {
	const places = states.map((state, index) => sql`when ${state} then ${sql.lit(index)}`);
	return sql<number>`case e.state ${sql.join(places, sql` `)} else ${sql.lit(states.length)} end`;
}

export const listMatrixIdsOnce = kept(listMatrixIds, 24 * 1024 * 1024);
