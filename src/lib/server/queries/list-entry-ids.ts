import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { EntryFilter } from '#lib/domain/catalogue/entry-filter.ts';
import { GONE } from '#lib/domain/catalogue/gaps.ts';
import { kept } from '#lib/server/kept-answers.ts';
import { filterEntries, openGaps, type EntriesAbout, type FilteredEntries } from './filter-entries.ts';

/** Entries that fit a filter, in the order it asks for; `states` in the order of the way. */
async function listEntryIds(
	db: Db,
	projectId: string,
	about: EntriesAbout,
	filter: EntryFilter,
	states: readonly string[]
): Promise<readonly string[]> {
	const entries = filterEntries(db, projectId, about, filter);
	const rows = await sorted(entries, filter, states, about.versionId).select('item.id').execute();
	return rows.map(({ id }) => id);
}

/** How many of them stand in each state. */
function countStates(db: Db, projectId: string, about: EntriesAbout, filter: EntryFilter) {
	return filterEntries(db, projectId, about, filter)
		.select((eb) => ['item.state', eb.fn.countAll<number>().as('count')])
		.groupBy('item.state')
		.orderBy('item.state')
		.execute();
}

function sorted(
	query: FilteredEntries,
	{ sort, descending }: EntryFilter,
	states: readonly string[],
	versionId: string | null
) {
	const way = descending ? 'desc' : 'asc';
	const place = sql`case item.state ${sql.join(
		states.map((state, index) => sql`when ${state} then ${sql.lit(index)}`),
		sql` `
	)} else 999 end`;
	switch (sort) {
		case 'code':
			return query.orderBy('owner.code', way).orderBy('item.position', way).orderBy('item.code', way);
		case 'title':
			return query.orderBy('item.search', way).orderBy('item.code');
		case 'state':
			return query.orderBy(place, way).orderBy('item.code');
		case 'owner':
			return query.orderBy('owner.acronym', way).orderBy('item.code');
		case 'due':
			return query
				.orderBy('item.agreedOn', (order) => (descending ? order.desc() : order.asc()).nullsLast())
				.orderBy('item.code');
		case 'gaps':
			return query
				.orderBy((eb) => eb.case().when('item.state', 'in', GONE).then(1).else(0).end())
				.orderBy(openGaps(versionId), way)
				.orderBy('item.code');
		case 'ects':
			return query
				.orderBy('entry.ects', (order) => (descending ? order.desc() : order.asc()).nullsLast())
				.orderBy('item.code');
	}
}

export const listEntryIdsOnce = kept(listEntryIds, 24 * 1024 * 1024);
export const countStatesOnce = kept(countStates);
