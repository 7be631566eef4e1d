import type { Db } from '#db/schema.ts';

/** Where a person is signed in, the last seen first. */
export async function listSessions(db: Db, personId: string, now: Date) {
	return db
		.selectFrom('session')
		.select(['id', 'createdAt', 'lastSeenAt', 'address', 'userAgent'])
		.where('personId', '=', personId)
		.where('expiresAt', '>', now.toISOString())
		.orderBy('lastSeenAt', 'desc')
		.orderBy('id')
		.execute();
}
