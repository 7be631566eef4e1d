import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { sha256 } from '#lib/server/ids.ts';

/** The feed behind a secret, and whose it is, while it stands and the account is open. */
export function findCalendarFeed(db: Db, secret: string) {
	return db
		.selectFrom('calendarFeed')
		.innerJoin('person', 'person.id', 'calendarFeed.personId')
		.innerJoin('project', 'project.id', 'calendarFeed.projectId')
		.select([
			'calendarFeed.id',
			'calendarFeed.lastReadAt',
			'person.id as personId',
			'person.name',
			'project.slug'
		])
		.where('calendarFeed.id', '=', sha256(secret))
		.where('calendarFeed.revokedAt', 'is', null)
		.where('person.disabledAt', 'is', null)
		.executeTakeFirst();
}

/** The feed of a person that stands, without its secret, which nobody knows any more. */
export function findOwnFeed(db: Db, actor: Actor) {
	return db
		.selectFrom('calendarFeed')
		.select(['createdAt', 'lastReadAt'])
		.where('projectId', '=', actor.projectId)
		.where('personId', '=', actor.personId)
		.where('revokedAt', 'is', null)
		.orderBy('createdAt', 'desc')
		.orderBy('id')
		.limit(1)
		.executeTakeFirst();
}
