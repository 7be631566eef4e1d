import { sql, type Kysely } from 'kysely';

const STEPS = [
	sql`alter table declared_conflict add column ended_by text references person`,
	sql`alter table declared_conflict add column end_reason text`,
	sql`create table broken_glass (
		id text primary key,
		project_id text not null references project,
		item_id text not null references item on delete cascade,
		reason text not null,
		reference text not null,
		broken_by text references person,
		broken_at text not null
	)`,
	sql`create index broken_glass_item on broken_glass (item_id, broken_at)`,
	sql`insert into broken_glass (id, project_id, item_id, reason, reference, broken_at)
		select item.id, item.project_id, item.id, broke_glass_reason, coalesce(broke_glass_reference, ''), broke_glass_at
		from deliverable join item on item.id = deliverable.item_id
		where broke_glass_at is not null and broke_glass_reason is not null`,
	sql`alter table one_time_link add column shown_to text references person`,
	sql`alter table evidence_use add column organisation_id text references organisation`,
	sql`update evidence_use set organisation_id = (
		select organisation_id from membership
		where membership.person_id = evidence_use.used_by and membership.project_id = evidence_use.project_id
		order by case when to_on is null then 0 else 1 end, from_on desc limit 1
	)`,
	sql`create table deputy (
		id text primary key,
		project_id text not null references project,
		person_id text not null references person on delete cascade,
		deputy_id text not null references person on delete cascade,
		organisation_id text not null references organisation,
		from_on text not null check (length(from_on) = 10),
		to_on text not null check (length(to_on) = 10),
		reason text not null,
		named_by text not null references person,
		named_at text not null,
		confirmed_at text,
		ended_at text,
		ended_by text references person,
		end_reason text,
		check (person_id <> deputy_id),
		check (from_on <= to_on)
	)`,
	sql`create index deputy_person on deputy (project_id, person_id)`,
	sql`create index deputy_deputy on deputy (project_id, deputy_id)`,
	sql`create table content_look (
		id text primary key,
		project_id text not null references project,
		person_id text not null references person on delete cascade,
		reason text not null,
		begun_at text not null,
		until_at text not null,
		ended_at text,
		ended_by text references person
	)`,
	sql`create index content_look_person on content_look (project_id, person_id, until_at)`,
	sql`create index audit_event_refused on audit_event (chain, actor_id, at) where outcome = 'refused'`
];

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const step of STEPS) await step.execute(db);
}
