import { sql, type Kysely } from 'kysely';

const TABLES = [
	sql`create table quality_plan_version (
		id text primary key,
		project_id text not null references project,
		number integer not null,
		settings text not null,
		note text not null,
		published_by text references person,
		published_at text not null,
		origin text not null,
		unique (project_id, number)
	)`,
	sql`create table checklist (
		id text primary key,
		project_id text not null references project,
		code text not null,
		title text not null,
		applies_to text not null check (applies_to in ('deliverable')),
		unique (project_id, code)
	)`,
	sql`create table checklist_version (
		id text primary key,
		project_id text not null references project,
		checklist_id text not null references checklist,
		number integer not null,
		sha256 text not null check (length(sha256) = 64),
		note text not null,
		published_by text references person,
		published_at text not null,
		origin text not null,
		unique (checklist_id, number)
	)`,
	sql`create table checklist_item (
		id text primary key,
		checklist_version_id text not null references checklist_version on delete cascade,
		position integer not null,
		text text not null check (length(text) between 1 and 500),
		help text not null,
		mandatory integer not null check (mandatory in (0, 1)),
		unique (checklist_version_id, position)
	)`,
	sql`create table review_assignment (
		id text primary key,
		project_id text not null references project,
		item_id text not null references item on delete cascade,
		person_id text not null references person,
		kind text not null check (kind in ('signing', 'opinion')),
		external integer not null default 0 check (external in (0, 1)),
		assigned_by text not null references person,
		assigned_at text not null,
		ended_at text,
		ended_by text references person,
		end_reason text
	)`,
	sql`create unique index review_assignment_one_open on review_assignment (item_id, person_id) where ended_at is null`,
	sql`create index review_assignment_person on review_assignment (person_id) where ended_at is null`,
	sql`create table review_round (
		id text primary key,
		project_id text not null references project,
		item_id text not null references item on delete cascade,
		number integer not null,
		version_id text references item_version,
		checklist_version_id text references checklist_version,
		quorum integer not null check (quorum >= 1),
		abroad integer not null default 0 check (abroad >= 0),
		covers text not null,
		covers_sha256 text not null check (length(covers_sha256) = 64),
		note text not null,
		achieved_on text,
		opened_by text not null references person,
		opened_at text not null,
		due_on text,
		closed_at text,
		outcome text,
		outcome_reason text,
		unique (item_id, number),
		check ((closed_at is null) = (outcome is null))
	)`,
	sql`create unique index review_round_one_open on review_round (item_id) where closed_at is null`,
	sql`create table checklist_answer (
		round_id text not null references review_round on delete cascade,
		person_id text not null references person,
		checklist_item_id text not null references checklist_item,
		answer text not null check (answer in ('yes', 'no', 'not-applicable')),
		note text not null,
		answered_at text not null,
		primary key (round_id, person_id, checklist_item_id)
	)`,
	sql`create table review_comment (
		id text primary key,
		project_id text not null references project,
		item_id text not null references item on delete cascade,
		round_id text not null references review_round on delete cascade,
		author_id text not null references person,
		organisation_id text not null references organisation,
		blocking integer not null check (blocking in (0, 1)),
		text text not null check (length(text) between 1 and 8000),
		checklist_item_id text references checklist_item,
		created_at text not null,
		withdrawn_at text,
		answer text,
		answered_by text references person,
		answered_at text
	)`,
	sql`create index review_comment_item on review_comment (item_id, created_at)`,
	sql`create index review_comment_round on review_comment (round_id)`,
	sql`create table judgement (
		round_id text not null references review_round on delete cascade,
		means_id text not null references means_of_verification,
		person_id text not null references person,
		verdict text not null check (verdict in ('sufficient', 'insufficient')),
		note text not null,
		judged_at text not null,
		primary key (round_id, means_id, person_id)
	)`,
	sql`create table signature (
		id text primary key,
		project_id text not null references project,
		item_id text not null references item on delete cascade,
		round_id text references review_round,
		version_id text references item_version,
		meaning text not null,
		person_id text not null references person,
		person_name text not null,
		organisation_id text not null references organisation,
		organisation_acronym text not null,
		role text not null,
		statement text not null,
		covers text not null,
		covers_sha256 text not null check (length(covers_sha256) = 64),
		authenticated_at text not null,
		signed_at text not null,
		unique (round_id, person_id, meaning)
	)`,
	sql`create index signature_item on signature (item_id, signed_at)`,
	sql`create table declared_conflict (
		id text primary key,
		project_id text not null references project,
		person_id text not null references person,
		item_id text references item on delete cascade,
		reason text not null,
		declared_by text not null references person,
		declared_at text not null,
		ended_at text
	)`,
	sql`create index declared_conflict_person on declared_conflict (project_id, person_id)`
];

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const table of TABLES) await table.execute(db);
}
