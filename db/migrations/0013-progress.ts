import { sql, type Kysely } from 'kysely';

const TABLES = [
	sql`create table project_visit (
		project_id text not null references project,
		person_id text not null references person on delete cascade,
		last_at text not null,
		previous_at text,
		primary key (project_id, person_id)
	)`,
	sql`create table reminder (
		id text primary key,
		project_id text not null references project,
		period_id text not null references check_in_period on delete cascade,
		note text not null check (length(note) <= 2000),
		sent_by text references person on delete set null,
		sent_for text not null,
		sent_at text not null
	)`,
	sql`create index reminder_period on reminder (period_id)`,
	sql`create table reminder_recipient (
		reminder_id text not null references reminder on delete cascade,
		period_id text not null references check_in_period on delete cascade,
		person_id text not null references person on delete cascade,
		organisation_id text not null references organisation,
		sent_on text not null check (length(sent_on) = 10),
		owed integer not null,
		primary key (reminder_id, person_id),
		unique (period_id, person_id, sent_on)
	)`
];

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const table of TABLES) await table.execute(db);
}
