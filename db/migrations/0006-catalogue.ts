import { sql, type Kysely } from 'kysely';
import { replaceCheck } from './replace-check.ts';

const TABLES = [
	sql`alter table evidence_use add column requirement text`,
	sql`alter table checklist_item add column section text not null default ''`,
	sql`create table theme (
		id text primary key,
		project_id text not null references project,
		code text not null,
		title text not null check (length(title) between 1 and 120),
		kind text not null check (kind in ('subject', 'cross-cutting')),
		position integer not null,
		origin text not null,
		unique (project_id, code)
	)`,
	sql`create table algorithm_version (
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
	sql`create table criteria_profile (
		id text primary key,
		project_id text not null references project,
		code text not null,
		title text not null,
		country text,
		position integer not null,
		origin text not null,
		unique (project_id, code)
	)`,
	sql`create table criteria_version (
		id text primary key,
		project_id text not null references project,
		profile_id text not null references criteria_profile,
		number integer not null,
		rules text not null,
		note text not null,
		published_by text references person,
		published_at text not null,
		grace_until_on text not null,
		origin text not null,
		unique (profile_id, number)
	)`,
	sql`create table entry (
		item_id text primary key references item on delete cascade,
		author_id text references person,
		ects real,
		public_since text,
		held_from text,
		held_until_on text,
		held_reason text,
		merged_into_item_id text references item,
		ended_reason text,
		tokens text not null default ''
	)`,
	sql`create table entry_element (
		item_id text not null references item on delete cascade,
		element text not null,
		version integer not null,
		standing text not null check (standing in ('value', 'not-applicable', 'empty')),
		value text not null,
		reason text not null,
		set_by text references person,
		organisation_id text references organisation,
		set_at text not null,
		until_at text,
		primary key (item_id, element, version)
	)`,
	sql`create unique index entry_element_current on entry_element (item_id, element) where until_at is null`,
	sql`create table entry_tag (
		item_id text not null references item on delete cascade,
		kind text not null check (kind in ('theme', 'language', 'sdg', 'level', 'isced')),
		code text not null,
		primary key (item_id, kind, code)
	)`,
	sql`create index entry_tag_code on entry_tag (kind, code)`,
	sql`create table entry_body (
		item_id text not null references item on delete cascade,
		organisation_id text not null references organisation,
		added_by text not null references person,
		added_at text not null,
		removed_at text,
		primary key (item_id, organisation_id, added_at)
	)`,
	sql`create table entry_step (
		id text primary key,
		project_id text not null references project,
		item_id text not null references item on delete cascade,
		number integer not null,
		state text not null,
		how text not null check (how in
			('created', 'step', 'returned', 'reset', 'held', 'resumed', 'merged', 'retired', 'imported')),
		note text not null,
		record text not null,
		taken_by text references person,
		organisation_id text references organisation,
		entered_at text not null,
		left_at text,
		unique (item_id, number)
	)`,
	sql`create unique index entry_step_current on entry_step (item_id) where left_at is null`,
	sql`create index entry_step_project on entry_step (project_id, entered_at)`,
	sql`create table awarding_officer (
		id text primary key,
		project_id text not null references project,
		organisation_id text not null references organisation,
		person_id text not null references person,
		office text not null,
		from_on text not null,
		to_on text,
		named_by text not null references person,
		named_at text not null
	)`,
	sql`create index awarding_officer_organisation on awarding_officer (organisation_id)`,
	sql`create table institution_approval (
		id text primary key,
		project_id text not null references project,
		item_id text not null references item on delete cascade,
		organisation_id text not null references organisation,
		evidence_id text not null references evidence,
		signature_id text not null references signature,
		reference text not null,
		decided_on text not null,
		valid_until_on text,
		recorded_at text not null
	)`,
	sql`create index institution_approval_item on institution_approval (item_id)`,
	sql`create table entry_gap (
		id text primary key,
		project_id text not null references project,
		item_id text not null references item on delete cascade,
		criteria_version_id text not null references criteria_version on delete cascade,
		element text not null,
		standing text not null check (standing in ('missing', 'weak')),
		reasons text not null,
		opened_at text not null,
		closed_at text
	)`,
	sql`create unique index entry_gap_open on entry_gap (item_id, criteria_version_id, element)
		where closed_at is null`,
	sql`create index entry_gap_version on entry_gap (criteria_version_id, item_id, element, standing, opened_at)
		where closed_at is null`,
	sql`create index entry_gap_item on entry_gap (item_id, criteria_version_id, element)`,
	sql`create table entry_duty (
		id text primary key,
		project_id text not null references project,
		item_id text not null references item on delete cascade,
		element text not null,
		person_id text references person,
		due_on text,
		note text not null,
		set_by text not null references person,
		set_at text not null,
		ended_at text
	)`,
	sql`create unique index entry_duty_open on entry_duty (item_id, element) where ended_at is null`,
	sql`create table catalogue_target (
		id text primary key,
		project_id text not null references project,
		title text not null,
		scope_kind text not null check (scope_kind in ('project', 'country', 'organisation', 'theme', 'level')),
		scope_code text not null,
		measure text not null check (measure in ('entries', 'ects')),
		amount real not null check (amount > 0),
		due_on text not null,
		counting_state text not null,
		set_by text references person,
		set_at text not null,
		ended_at text,
		ended_by text references person,
		end_reason text,
		replaces_id text references catalogue_target,
		origin text not null,
		version integer not null default 1
	)`,
	sql`create index catalogue_target_project on catalogue_target (project_id, due_on)`,
	sql`create table entry_overlap (
		id text primary key,
		project_id text not null references project,
		first_item_id text not null references item on delete cascade,
		second_item_id text not null references item on delete cascade,
		score real not null,
		shared text not null,
		found_at text not null,
		gone_at text,
		decision text check (decision in ('merge', 'joint', 'keep')),
		reason text,
		decided_by text references person,
		decided_at text,
		unique (first_item_id, second_item_id),
		check (first_item_id < second_item_id)
	)`,
	sql`create index entry_overlap_second on entry_overlap (second_item_id)`,
	sql`create table catalogue_import (
		id text primary key,
		project_id text not null references project,
		file_name text not null,
		sha256 text not null,
		created integer not null,
		updated integer not null,
		unchanged integer not null,
		imported_by text not null references person,
		imported_at text not null
	)`,
	sql`create table institution_answer (
		id text primary key,
		project_id text not null references project,
		organisation_id text not null references organisation,
		checklist_item_id text not null references checklist_item,
		version integer not null,
		answer text not null check (answer in ('yes', 'partly', 'no', 'not-applicable')),
		note text not null,
		evidence_id text references evidence,
		answered_by text not null references person,
		answered_at text not null,
		until_at text,
		verdict text check (verdict in ('accepted', 'returned')),
		verdict_note text,
		reviewed_by text references person,
		reviewed_at text,
		unique (organisation_id, checklist_item_id, version)
	)`,
	sql`create unique index institution_answer_current on institution_answer (organisation_id, checklist_item_id)
		where until_at is null`
];

/** Themes were public facts like any other until entries could belong to them. */
const THEMES_FROM_FACTS = [
	sql`insert into theme (id, project_id, code, title, kind, position, origin)
		select id, project_id, replace(code, 'theme-', ''), title,
			case when value = 'cross-cutting' then value else 'subject' end, position, origin
		from fact where kind = 'theme'`,
	sql`update citation set record_type = 'theme' where record_id in (select id from theme)`,
	sql`delete from fact where kind = 'theme'`
];

export async function up(db: Kysely<unknown>): Promise<void> {
	await replaceCheck(db, {
		table: 'item',
		column: 'kind',
		from: "check (kind in ('deliverable', 'milestone'))",
		to: "check (kind in ('deliverable', 'milestone', 'entry'))"
	});
	await replaceCheck(db, {
		table: 'checklist',
		column: 'applies_to',
		from: "check (applies_to in ('deliverable'))",
		to: "check (applies_to in ('deliverable', 'entry', 'institution'))"
	});
	for (const table of TABLES) await table.execute(db);
	for (const statement of THEMES_FROM_FACTS) await statement.execute(db);
}
