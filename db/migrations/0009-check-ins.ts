import { sql, type Kysely } from 'kysely';

const TABLES = [
	sql`create table check_in_period (
		id text primary key,
		project_id text not null references project,
		starts_on text not null check (length(starts_on) = 10),
		ends_on text not null check (length(ends_on) = 10),
		opens_on text not null check (length(opens_on) = 10),
		due_on text not null check (length(due_on) = 10),
		locked_at text,
		locked_by text references person,
		version integer not null default 1,
		check (starts_on <= ends_on),
		unique (project_id, starts_on)
	)`,
	sql`create table check_in_period_step (
		id text primary key,
		project_id text not null references project,
		period_id text not null references check_in_period on delete cascade,
		number integer not null,
		event text not null check (event in ('lock', 'reopen')),
		reason text not null,
		taken_by text references person,
		taken_for text not null,
		taken_at text not null,
		unique (period_id, number)
	)`,
	sql`create table check_in (
		id text primary key,
		project_id text not null references project,
		period_id text not null references check_in_period on delete cascade,
		organisation_id text not null references organisation,
		state text not null check (state in ('draft', 'submitted', 'nil', 'returned', 'accepted-country', 'accepted-project')),
		answer text check (answer in ('report', 'nil')),
		first_submitted_at text,
		submitted_at text,
		submitted_by text references person,
		submit_key text,
		state_since_at text not null,
		origin text not null,
		created_at text not null,
		version integer not null default 1,
		unique (period_id, organisation_id)
	)`,
	sql`create index check_in_organisation on check_in (organisation_id)`,
	sql`create table check_in_line (
		id text primary key,
		project_id text not null references project,
		check_in_id text not null references check_in on delete cascade,
		record_kind text not null check (record_kind in ('deliverable', 'milestone', 'action', 'entry', 'review', 'risk')),
		record_id text not null,
		position integer not null,
		code text not null,
		title text not null,
		work_package_id text references work_package,
		due_on text,
		forecast_was_on text,
		answer text check (answer in ('no-change', 'on-track', 'new-forecast', 'blocked', 'done')),
		note text not null,
		forecast_on text check (length(forecast_on) = 10),
		reason_code text,
		blocked_by_id text references organisation,
		blocked_by_name text not null,
		applied_at text,
		version integer not null default 1,
		unique (check_in_id, record_kind, record_id)
	)`,
	sql`create index check_in_line_record on check_in_line (record_id)`,
	sql`create table check_in_text (
		check_in_id text not null references check_in on delete cascade,
		work_package_id text not null references work_package,
		text text not null,
		version integer not null default 1,
		primary key (check_in_id, work_package_id)
	)`,
	sql`create table check_in_evidence (
		id text primary key,
		project_id text not null references project,
		check_in_id text not null references check_in on delete cascade,
		line_id text references check_in_line on delete cascade,
		evidence_id text not null references evidence,
		use_id text,
		added_by text not null references person,
		added_at text not null,
		removed_at text
	)`,
	sql`create index check_in_evidence_check_in on check_in_evidence (check_in_id)`,
	sql`create index check_in_evidence_evidence on check_in_evidence (evidence_id)`,
	sql`create table check_in_step (
		id text primary key,
		project_id text not null references project,
		check_in_id text not null references check_in on delete cascade,
		number integer not null,
		event text not null check (event in ('submit', 'report-nil', 'return', 'accept-country', 'accept-project', 'reopen')),
		state text not null,
		reason text not null,
		taken_by text references person,
		organisation_id text references organisation,
		taken_for text not null,
		entered_at text not null,
		unique (check_in_id, number)
	)`,
	sql`create table check_in_exception (
		id text primary key,
		project_id text not null references project,
		period_id text not null references check_in_period on delete cascade,
		organisation_id text not null references organisation,
		tier text not null check (tier in ('country', 'project')),
		reason text not null check (length(reason) between 1 and 2000),
		made_by text references person,
		made_for text not null,
		made_at text not null,
		ended_at text
	)`,
	sql`create unique index check_in_exception_standing
		on check_in_exception (period_id, organisation_id, tier) where ended_at is null`
];

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const table of TABLES) await table.execute(db);
}
