import { sql, type Kysely } from 'kysely';

const TABLES = [
	sql`create table audit_head (
		chain text primary key,
		sequence integer not null,
		hash text not null check (length(hash) = 64)
	)`,
	sql`create table audit_event (
		chain text not null,
		sequence integer not null,
		at text not null,
		actor_id text,
		actor_name text not null,
		acting_for text,
		organisation_id text,
		act text not null,
		outcome text not null check (outcome in ('done', 'refused')),
		record_type text not null,
		record_id text,
		record_label text not null,
		details text not null,
		previous_hash text not null check (length(previous_hash) = 64),
		hash text not null check (length(hash) = 64),
		primary key (chain, sequence)
	)`,
	sql`create index audit_event_record on audit_event (chain, record_id, sequence)`,
	sql`create index audit_event_label on audit_event (chain, record_label, sequence)`
];

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const table of TABLES) await table.execute(db);
}
