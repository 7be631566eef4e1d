import { sql, type Kysely } from 'kysely';

const TABLES = [
	sql`create table setting (key text primary key, value text not null)`,
	sql`create table person (
		id text primary key,
		email text not null unique check (length(email) <= 254),
		name text not null check (length(name) between 1 and 200),
		search text not null,
		password_hash text,
		disabled_at text,
		created_at text not null,
		rights_changed_at text,
		administrator_since text,
		origin text not null check (origin in ('entered', 'sample'))
	)`,
	sql`create table session (
		id text primary key,
		person_id text not null references person on delete cascade,
		created_at text not null,
		issued_at text not null,
		expires_at text not null,
		last_seen_at text not null,
		authenticated_at text not null,
		address text not null,
		user_agent text not null
	)`,
	sql`create index session_person on session (person_id)`,
	sql`create table one_time_link (
		id text primary key,
		person_id text not null references person on delete cascade,
		kind text not null check (kind in ('invitation', 'reset')),
		created_by text references person,
		created_at text not null,
		expires_at text not null,
		used_at text
	)`,
	sql`create index one_time_link_person on one_time_link (person_id)`,
	sql`create table sign_in_throttle (
		key text primary key,
		failures integer not null check (failures >= 0),
		first_failure_at text not null,
		blocked_until text
	)`,
	sql`create table project (
		id text primary key,
		slug text not null unique check (length(slug) between 1 and 40),
		acronym text not null,
		title text not null,
		grant_number text,
		call_code text,
		programme text,
		granting_authority text,
		website text,
		start_on text not null check (length(start_on) = 10),
		start_origin text not null,
		duration_months integer not null check (duration_months between 1 and 120),
		time_zone text not null,
		created_at text not null,
		version integer not null default 1
	)`,
	sql`create table organisation (
		id text primary key,
		project_id text not null references project,
		code text not null,
		acronym text not null,
		name text not null,
		current_name text,
		renamed_on text,
		country text not null check (length(country) = 2),
		city text,
		time_zone text,
		role text not null check (role in ('coordinator', 'national-coordinator', 'partner', 'ministry', 'external')),
		status text not null check (status in ('beneficiary', 'affiliated', 'associated', 'unknown')),
		pic text,
		position integer not null,
		origin text not null,
		search text not null,
		version integer not null default 1,
		unique (project_id, code)
	)`,
	sql`create table membership (
		id text primary key,
		project_id text not null references project,
		person_id text not null references person on delete cascade,
		organisation_id text not null references organisation,
		from_on text not null,
		to_on text
	)`,
	sql`create unique index membership_one_open on membership (project_id, person_id) where to_on is null`,
	sql`create index membership_person on membership (person_id)`,
	sql`create index membership_organisation on membership (organisation_id)`,
	sql`create table role_grant (
		id text primary key,
		project_id text not null references project,
		person_id text not null references person on delete cascade,
		role text not null,
		scope_type text not null check (scope_type in ('project', 'country', 'organisation', 'work-package', 'item')),
		scope_id text,
		from_on text not null,
		to_on text,
		reason text not null,
		proposed_by text references person,
		proposed_as text,
		proposed_at text not null,
		confirmed_by text references person,
		confirmed_at text,
		confirmed_as text,
		confirm_reference text,
		revoked_by text references person,
		revoked_at text,
		revoke_reason text,
		check ((scope_type = 'project') = (scope_id is null)),
		check (confirmed_by is null or confirmed_at is not null),
		check (revoked_by is null or revoked_at is not null)
	)`,
	sql`create index role_grant_person on role_grant (project_id, person_id)`,
	sql`create table outbox_mail (
		id text primary key,
		project_id text references project,
		to_person_id text not null references person on delete cascade,
		kind text not null,
		subject text not null,
		body text not null,
		created_at text not null,
		sent_at text,
		failures integer not null default 0
	)`,
	sql`create index outbox_mail_unsent on outbox_mail (created_at) where sent_at is null`
];

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const table of TABLES) await table.execute(db);
}
