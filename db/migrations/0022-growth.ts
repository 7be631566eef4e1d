import { sql, type Kysely } from 'kysely';

/** What lists ask by project or by day, so that strangers on the same installation and a long trail cost nothing. */
const INDEXES = [
	sql`create index contribution_project on contribution (project_id)`,
	sql`create index review_assignment_project on review_assignment (project_id) where ended_at is null`,
	sql`create index review_round_project on review_round (project_id, opened_at)`,
	sql`create index signature_person on signature (person_id, project_id)`,
	sql`create index audit_event_at on audit_event (chain, at)`
];

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const index of INDEXES) await index.execute(db);
}
