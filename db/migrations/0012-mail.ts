import { sql, type Kysely } from 'kysely';

const TABLES = [
	sql`create table mail_letter (
		id text primary key,
		person_id text not null references person on delete cascade,
		kind text not null,
		slot text check (length(slot) = 10),
		state text not null check (state in ('waiting', 'sent', 'failed', 'dropped')),
		created_at text not null,
		next_try_at text not null,
		tries integer not null default 0,
		lease_token text,
		lease_until text,
		doubtful integer not null default 0,
		last_error text,
		settled_at text,
		unique (person_id, kind, slot)
	)`,
	sql`create index mail_letter_waiting on mail_letter (next_try_at) where state = 'waiting'`,
	sql`alter table outbox_mail add column because text not null default 'account'`,
	sql`alter table outbox_mail add column about_type text`,
	sql`alter table outbox_mail add column about_id text`,
	sql`alter table outbox_mail add column about_label text`,
	sql`alter table outbox_mail add column path text`,
	sql`alter table outbox_mail add column occasion text`,
	sql`alter table outbox_mail add column letter_id text references mail_letter on delete set null`,
	sql`alter table outbox_mail add column dropped_at text`,
	sql`alter table outbox_mail add column dropped_because text`,
	sql`create unique index outbox_mail_occasion on outbox_mail (to_person_id, occasion) where occasion is not null`,
	sql`create index outbox_mail_letter on outbox_mail (letter_id)`,
	sql`create index outbox_mail_about on outbox_mail (about_id, created_at)`,
	sql`create table mail_choice (
		person_id text not null references person on delete cascade,
		kind text not null,
		choice text not null check (choice in ('digest', 'off')),
		chosen_at text not null,
		primary key (person_id, kind)
	)`,
	sql`create table mail_reader (
		person_id text primary key references person on delete cascade,
		digest text not null check (digest in ('daily', 'weekly', 'off')),
		time_zone text,
		changed_at text not null
	)`
];

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const table of TABLES) await table.execute(db);
}
