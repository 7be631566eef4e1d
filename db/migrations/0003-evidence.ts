import { sql, type Kysely } from 'kysely';

const TABLES = [
	sql`create table stored_file (
		sha256 text primary key check (length(sha256) = 64),
		size bigint not null check (size >= 0),
		media_type text not null,
		stored_at text not null,
		erased_at text,
		erased_reason text,
		erased_by text references person
	)`,
	sql`create table evidence (
		id text primary key,
		project_id text not null references project,
		kind text not null check (kind in ('file', 'link')),
		name text not null check (length(name) between 1 and 300),
		sha256 text references stored_file,
		url text check (length(url) <= 2000),
		size bigint,
		media_type text,
		level text not null check (level in ('PU', 'SEN')),
		organisation_id text not null references organisation,
		added_by text not null references person,
		added_at text not null,
		withdrawn_at text,
		withdrawn_by text references person,
		withdrawn_reason text,
		check ((kind = 'file') = (sha256 is not null)),
		check ((kind = 'link') = (url is not null))
	)`,
	sql`create index evidence_project on evidence (project_id, added_at)`,
	sql`create index evidence_sha256 on evidence (sha256)`,
	sql`create table item_version (
		id text primary key,
		project_id text not null references project,
		item_id text not null references item on delete cascade,
		line integer not null,
		number integer not null,
		note text not null,
		created_by text not null references person,
		organisation_id text not null references organisation,
		created_at text not null,
		frozen_at text,
		digest text,
		unique (item_id, number)
	)`,
	sql`create unique index item_version_one_open on item_version (item_id) where frozen_at is null`,
	sql`create table means_of_verification (
		id text primary key,
		project_id text not null references project,
		item_id text not null references item on delete cascade,
		position integer not null,
		text text not null check (length(text) between 1 and 1000),
		unique (item_id, position)
	)`,
	sql`create table evidence_use (
		id text primary key,
		project_id text not null references project,
		evidence_id text not null references evidence,
		item_id text not null references item on delete cascade,
		purpose text not null check (purpose in ('version', 'means', 'portal', 'support')),
		version_id text references item_version on delete cascade,
		means_id text references means_of_verification on delete cascade,
		is_main integer not null default 0 check (is_main in (0, 1)),
		used_by text not null references person,
		used_at text not null,
		removed_at text,
		check ((purpose = 'version') = (version_id is not null)),
		check ((purpose = 'means') = (means_id is not null))
	)`,
	sql`create unique index evidence_use_one_main on evidence_use (version_id) where is_main = 1 and removed_at is null`,
	sql`create index evidence_use_item on evidence_use (item_id)`,
	sql`create index evidence_use_evidence on evidence_use (evidence_id)`,
	sql`create table contribution (
		id text primary key,
		project_id text not null references project,
		item_id text not null references item on delete cascade,
		organisation_id text not null references organisation,
		person_id text references person,
		kind text not null check (kind in ('lead', 'contributor', 'author', 'evidence')),
		note text not null,
		recorded_by text references person,
		recorded_at text not null
	)`,
	sql`create index contribution_item on contribution (item_id)`,
	sql`create table item_access (
		item_id text not null references item on delete cascade,
		organisation_id text not null references organisation,
		granted_by text not null references person,
		granted_at text not null,
		primary key (item_id, organisation_id)
	)`,
	sql`create table portal_event (
		id text primary key,
		project_id text not null references project,
		item_id text not null references item on delete cascade,
		kind text not null check (kind in ('package-built', 'uploaded', 'submitted', 'accepted', 'revision-asked', 'declared')),
		happened_on text not null,
		by_name text not null,
		note text not null,
		sha256 text references stored_file,
		file_name text,
		recorded_by text not null references person,
		recorded_at text not null
	)`,
	sql`create index portal_event_item on portal_event (item_id, recorded_at)`
];

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const table of TABLES) await table.execute(db);
}
