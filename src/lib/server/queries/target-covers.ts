import { sql } from 'kysely';

/** Whether a row of the catalogue's targets, as `target`, covers an entry, told by the columns that place it. */
export function coversEntry(entry: { country: string; owner: string; theme: string; entry: string }) {
	return sql<boolean>`(
		target.scope_kind = 'project'
		or (target.scope_kind = 'country' and target.scope_code = ${sql.ref(entry.country)})
		or (target.scope_kind = 'organisation' and target.scope_code = ${sql.ref(entry.owner)})
		or (target.scope_kind = 'theme' and target.scope_code = ${sql.ref(entry.theme)})
		or (target.scope_kind = 'level' and exists (
			select 1 from entry_tag as level where level.item_id = ${sql.ref(entry.entry)} and level.kind = 'level'
			and level.code = target.scope_code)))`;
}

/** Whether it stood at an instant; null is now. */
export function isLiveTarget(at: string | null) {
	return at === null
		? sql<boolean>`target.ended_at is null`
		: sql<boolean>`target.set_at <= ${at} and (target.ended_at is null or target.ended_at > ${at})`;
}
