import { sql, type Kysely } from 'kysely';

// Every page says how many records are made up; a project without any has nothing in here.
const CHANGES = [sql`create index item_sample on item (project_id) where origin = 'sample'`];

export async function up(db: Kysely<unknown>): Promise<void> {
	for (const change of CHANGES) await change.execute(db);
}
