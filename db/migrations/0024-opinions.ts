import { sql, SqliteAdapter, type Kysely } from 'kysely';
import { rebuildTable } from './replace-check.ts';

/** What the evaluation thinks of an item belongs to no round: it may be said before the first and after the last. */
export async function up(db: Kysely<unknown>): Promise<void> {
	if (db.getExecutor().adapter instanceof SqliteAdapter)
		await rebuildTable(db, {
			table: 'review_comment',
			from: 'round_id text not null references',
			to: 'round_id text references'
		});
	else await sql`alter table review_comment alter column round_id drop not null`.execute(db);
}
