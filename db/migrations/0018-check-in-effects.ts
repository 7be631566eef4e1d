import { sql, type Kysely } from 'kysely';

const CHANGES = [
	// An organisation as such may be what an action waits for, beside a person and an item.
	sql`alter table action add column blocked_by_organisation_id text references organisation`,
	// What a check-in says of a risk's measures, for the state of play that it becomes.
	sql`alter table check_in_line add column measures text check (measures in ('yes', 'partly', 'no'))`
];

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const change of CHANGES) await change.execute(db);
}
