import { sql, type Kysely } from 'kysely';

const TABLES = [
	sql`alter table risk add column owner_id text references person`,
	sql`alter table risk add column opened_by text references person`,
	sql`alter table risk add column opened_at text`,
	sql`create index risk_owner on risk (owner_id)`,
	sql`create table risk_event (
		id text primary key,
		project_id text not null references project,
		risk_id text not null references risk on delete cascade,
		number integer not null,
		kind text not null,
		state text not null,
		from_likelihood integer,
		from_severity integer,
		likelihood integer check (likelihood between 1 and 5),
		severity integer check (severity between 1 and 5),
		happened_on text check (length(happened_on) = 10),
		note text not null,
		taken_by text references person,
		organisation_id text references organisation,
		entered_at text not null,
		unique (risk_id, number)
	)`,
	sql`create index risk_event_project on risk_event (project_id, entered_at)`,
	sql`create table risk_mitigation (
		id text primary key,
		project_id text not null references project,
		risk_id text not null references risk on delete cascade,
		number integer not null,
		text text not null check (length(text) between 1 and 1000),
		owner_id text references person,
		organisation_id text references organisation,
		due_on text not null check (length(due_on) = 10),
		state text not null check (state in ('open', 'done', 'dropped')),
		ended_text text not null,
		ended_by text references person,
		ended_at text,
		created_by text references person,
		created_at text not null,
		origin text not null,
		version integer not null default 1,
		unique (risk_id, number),
		check ((state = 'open') = (ended_at is null))
	)`,
	sql`create index risk_mitigation_owner on risk_mitigation (owner_id, state)`,
	sql`create index risk_mitigation_project on risk_mitigation (project_id, state)`,
	sql`create table risk_statement (
		id text primary key,
		project_id text not null references project,
		risk_id text not null references risk on delete cascade,
		reporting_period_id text not null references reporting_period on delete cascade,
		measures text not null check (measures in ('yes', 'partly', 'no')),
		materialised integer not null check (materialised in (0, 1)),
		text text not null check (length(text) between 1 and 4000),
		likelihood integer,
		severity integer,
		written_by text references person,
		organisation_id text references organisation,
		written_at text not null,
		replaced_at text,
		origin text not null
	)`,
	sql`create unique index risk_statement_current on risk_statement (risk_id, reporting_period_id) where replaced_at is null`,
	sql`create index risk_statement_period on risk_statement (reporting_period_id)`,
	sql`create table development_goal (
		id text primary key,
		project_id text not null references project,
		number integer not null check (number between 1 and 17),
		contribution text not null,
		origin text not null,
		version integer not null default 1,
		unique (project_id, number)
	)`,
	sql`create table indicator (
		id text primary key,
		project_id text not null references project,
		code text not null,
		position integer not null,
		title text not null check (length(title) between 1 and 300),
		description text not null,
		unit text not null,
		baseline real,
		baseline_on text check (length(baseline_on) = 10),
		level text not null check (level in ('PU', 'SEN')),
		closed_at text,
		origin text not null,
		search text not null,
		created_at text not null,
		version integer not null default 1,
		unique (project_id, code)
	)`,
	sql`create table indicator_work_package (
		indicator_id text not null references indicator on delete cascade,
		work_package_id text not null references work_package,
		primary key (indicator_id, work_package_id)
	)`,
	sql`create table indicator_goal (
		indicator_id text not null references indicator on delete cascade,
		goal_id text not null references development_goal on delete cascade,
		primary key (indicator_id, goal_id)
	)`,
	sql`create index indicator_goal_goal on indicator_goal (goal_id)`,
	sql`create table indicator_reporter (
		indicator_id text not null references indicator on delete cascade,
		organisation_id text not null references organisation,
		primary key (indicator_id, organisation_id)
	)`,
	sql`create table indicator_target (
		id text primary key,
		indicator_id text not null references indicator on delete cascade,
		due_on text not null check (length(due_on) = 10),
		value real not null,
		note text not null,
		origin text not null,
		unique (indicator_id, due_on)
	)`,
	sql`create table indicator_dimension (
		id text primary key,
		indicator_id text not null references indicator on delete cascade,
		label text not null,
		position integer not null,
		unique (indicator_id, position)
	)`,
	sql`create table indicator_category (
		id text primary key,
		dimension_id text not null references indicator_dimension on delete cascade,
		label text not null,
		position integer not null,
		unique (dimension_id, position)
	)`,
	sql`create table indicator_actual (
		id text primary key,
		project_id text not null references project,
		indicator_id text not null references indicator on delete cascade,
		organisation_id text not null references organisation,
		as_of_on text not null check (length(as_of_on) = 10),
		standing text not null check (standing in ('value', 'nil', 'not-applicable')),
		value real,
		reason text not null,
		source text not null,
		state text not null check (state in ('reported', 'returned', 'accepted', 'verified')),
		reported_by text references person,
		reported_at text not null,
		accepted_by text references person,
		accepted_at text,
		verified_by text references person,
		verified_at text,
		replaced_at text,
		origin text not null,
		version integer not null default 1,
		check ((standing = 'value') = (value is not null))
	)`,
	sql`create unique index indicator_actual_current on indicator_actual (indicator_id, organisation_id, as_of_on) where replaced_at is null`,
	sql`create index indicator_actual_project on indicator_actual (project_id, indicator_id)`,
	sql`create index indicator_actual_organisation on indicator_actual (organisation_id)`,
	sql`create table indicator_actual_part (
		actual_id text not null references indicator_actual on delete cascade,
		category_id text not null references indicator_category on delete cascade,
		value real not null,
		primary key (actual_id, category_id)
	)`,
	sql`create table indicator_actual_step (
		id text primary key,
		project_id text not null references project,
		actual_id text not null references indicator_actual on delete cascade,
		number integer not null,
		kind text not null check (kind in ('report', 'accept', 'return', 'verify')),
		note text not null,
		taken_by text references person,
		organisation_id text references organisation,
		entered_at text not null,
		unique (actual_id, number)
	)`
];

/** What becomes of a risk from period to period, and what is counted, by whom, and who looked at the numbers. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const table of TABLES) await table.execute(db);
}
