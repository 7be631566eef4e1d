import { sql } from 'kysely';

/** Reason of a standing conflict of interest between the person and the item of a row, or null. */
export function conflictOf(table: 'review_assignment' | 'signature') {
	const row = sql.table(table);
	return sql<string | null>`(
		select min(reason) from declared_conflict
		where declared_conflict.project_id = ${row}.project_id and declared_conflict.person_id = ${row}.person_id
			and (declared_conflict.item_id is null or declared_conflict.item_id = ${row}.item_id)
			and declared_conflict.ended_at is null
	)`;
}
