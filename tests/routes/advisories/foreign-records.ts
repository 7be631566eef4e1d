import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { newId } from '#lib/server/ids.ts';

/** Records of the strangers' project, one of each kind that forms name. */
export async function foreignRecords(db: Db) {
	const one = async (table: string, more = sql``) => {
		const { rows } = await sql<{ id: string }>`select ${sql.table(table)}.id from ${sql.table(table)}
			join project on project.id = ${sql.table(table)}.project_id
			where project.slug = 'canary' ${more} order by ${sql.table(table)}.id limit 1`.execute(db);
		return rows[0]?.id ?? newId();
	};
	return {
		organisation: await one('organisation'),
		workPackage: await one('work_package'),
		evidence: await one('evidence', sql`and sha256 is not null`),
		deliverable: await one('item', sql`and kind = 'deliverable'`),
		meeting: await one('meeting'),
		risk: await one('risk'),
		goal: await one('development_goal'),
		indicator: await one('indicator'),
		actual: await one('indicator_actual', sql`and replaced_at is null`),
		checkIn: await one('check_in', sql`and state = 'submitted'`),
		grant: await one('role_grant'),
		person: await personId(db)
	};
}

async function personId(db: Db): Promise<string> {
	const { id } = await db
		.selectFrom('person')
		.select('id')
		.where('email', 'like', 'canary.%')
		.orderBy('id')
		.executeTakeFirstOrThrow();
	return id;
}
