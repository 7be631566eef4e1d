import { sql, type Kysely } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`create table meeting_day_removed (
		meeting_id text not null references meeting on delete cascade,
		number integer not null check (number > 0),
		day text not null check (length(day) = 10),
		starts_at integer check (starts_at between 0 and 1439),
		ends_at integer check (ends_at between 1 and 1440),
		primary key (meeting_id, number)
	)`.execute(db);
}
