import type { Db } from '#db/schema.ts';

/** Sensitive evidence of the project, whoever may read it: only for the trail. */
export function findSensitiveEvidence(db: Db, projectId: string, id: string) {
	return db
		.selectFrom('evidence')
		.select(['id', 'name'])
		.where('projectId', '=', projectId)
		.where('id', '=', id)
		.where('level', '=', 'SEN')
		.executeTakeFirst();
}
