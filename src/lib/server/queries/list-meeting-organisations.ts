import type { Db } from '#db/schema.ts';

/** The consortium as a meeting needs it: who has a vote, and which clock hangs on its wall. */
export function listMeetingOrganisations(db: Db, projectId: string) {
	return db
		.selectFrom('organisation')
		.select(['id', 'code', 'acronym', 'name', 'country', 'city', 'timeZone', 'role', 'status'])
		.where('projectId', '=', projectId)
		.orderBy('position')
		.orderBy('code')
		.execute();
}
