import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { EntryFilter } from '#lib/domain/catalogue/entry-filter.ts';
import { formsInAnyScript } from '#lib/domain/latin.ts';
import { GONE } from '#lib/domain/catalogue/gaps.ts';
import type { EntryTag } from '#db/schema/catalogue.ts';

export interface EntriesAbout {
	personId: string;
	/** Version of the core profile whose gaps are meant; null where there is none. */
	versionId: string | null;
}

/** Entries of a project that fit a filter, with the tables that lists show columns of. */
export function filterEntries(
	db: Db,
	projectId: string,
	{ personId, versionId }: EntriesAbout,
	filter: EntryFilter
) {
	let query = db
		.selectFrom('item')
		.innerJoin('entry', 'entry.itemId', 'item.id')
		.innerJoin('organisation as owner', 'owner.id', 'item.leadOrganisationId')
		.where('item.projectId', '=', projectId)
		.where('item.kind', '=', 'entry');
	for (const forms of formsInAnyScript(filter.q))
		query = query.where((eb) => eb.or(forms.map((form) => eb('item.search', 'like', `%${form}%`))));
	if (filter.state !== null) query = query.where('item.state', '=', filter.state);
	if (filter.country !== null) query = query.where('owner.country', '=', filter.country);
	if (filter.organisation !== null) query = query.where('owner.code', '=', filter.organisation);
	if (filter.mine) query = query.where('entry.authorId', '=', personId);
	for (const [kind, code] of tagsOf(filter))
		query = query.where((eb) =>
			eb.exists(
				eb
					.selectFrom('entryTag')
					.select('entryTag.itemId')
					.whereRef('entryTag.itemId', '=', 'item.id')
					.where('entryTag.kind', '=', kind)
					.where('entryTag.code', '=', code)
			)
		);
	if (filter.gaps === null) return query;
	// What left the catalogue has no gaps and is still not complete.
	return query
		.where('item.state', 'not in', GONE)
		.where((eb) => eb(openGaps(versionId), filter.gaps === 'with' ? '>' : '=', 0));
}

export type FilteredEntries = ReturnType<typeof filterEntries>;

/** How many elements of an entry are missing or weak against a version of the criteria. */
export function openGaps(versionId: string | null) {
	return sql<number>`(select count(*) from entry_gap where entry_gap.item_id = item.id
		and entry_gap.criteria_version_id = ${versionId ?? ''} and entry_gap.closed_at is null)`;
}

function tagsOf({ theme, language, sdg, level }: EntryFilter): [EntryTag['kind'], string][] {
	const asked = [
		['theme', theme],
		['language', language],
		['sdg', sdg],
		['level', level]
	] as const;
	return asked.flatMap(([kind, code]) => (code === null ? [] : [[kind, code]]));
}
