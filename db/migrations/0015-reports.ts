import { sql, type Kysely } from 'kysely';

const TABLES = [
	sql`create table report (
		id text primary key,
		project_id text not null references project,
		kind text not null check (kind in ('period', 'visit')),
		scope text not null,
		from_on text not null check (length(from_on) = 10),
		to_on text not null check (length(to_on) in (0, 10)),
		created_by text references person,
		created_at text not null,
		unique (project_id, kind, scope, from_on, to_on)
	)`,
	sql`create table report_text (
		report_id text not null references report on delete cascade,
		section text not null,
		version integer not null,
		text text not null,
		written_by text references person,
		organisation_id text references organisation,
		written_at text not null,
		until_at text,
		primary key (report_id, section, version)
	)`,
	sql`create unique index report_text_current on report_text (report_id, section) where until_at is null`
];

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const table of TABLES) await table.execute(db);
}
