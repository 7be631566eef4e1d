import { sql, type Kysely } from 'kysely';

/** A form that is arranged in many steps before it is sent for good. */
export async function up(db: Kysely<unknown>): Promise<void> {
	await sql`create table form_draft (
		project_id text not null references project on delete cascade,
		person_id text not null references person on delete cascade,
		form text not null,
		typed text not null,
		kept_at text not null,
		primary key (project_id, person_id, form)
	)`.execute(db);
}
