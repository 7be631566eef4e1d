import { sql, type Kysely } from 'kysely';

const CHANGES = [
	sql`alter table indicator add column measure text`,
	sql`alter table indicator_actual add column measure text`,
	sql`alter table development_goal add column contribution_origin text not null default 'entered'`,
	sql`create table indicator_target_proposal (
		id text primary key,
		project_id text not null references project,
		indicator_id text not null references indicator on delete cascade,
		due_on text not null check (length(due_on) = 10),
		value real not null,
		reason text not null check (length(reason) between 1 and 2000),
		proposed_by text references person,
		organisation_id text not null references organisation,
		proposed_at text not null,
		verdict text check (verdict in ('accepted', 'declined')),
		verdict_note text not null,
		decided_by text references person,
		decided_at text,
		check ((verdict is null) = (decided_at is null))
	)`,
	sql`create index indicator_target_proposal_indicator on indicator_target_proposal (indicator_id)`,
	sql`create index indicator_target_proposal_project on indicator_target_proposal (project_id)`
];

/** Indicators that the logs can answer, targets that others than the coordinator propose, who wrote how a goal is served. */
export async function up(db: Kysely<unknown>): Promise<void> {
	for (const change of CHANGES) await change.execute(db);
}
