import { askedOften } from '#db/asked-often.ts';
import type { Db } from '#db/schema.ts';
import { memberOf, selectPerson } from '#lib/server/queries/find-project-for.ts';

/**
 * A session that began after `oldest`, with its person and, where they are a member of the project behind the slug,
 * with that membership: every page of a project begins with this one query.
 */
export async function findSession(db: Db, id: string, oldest: string, slug: string | undefined) {
	const rows = await askForSession(db, { id, oldest, slug: slug ?? '' });
	const [row] = rows;
	if (!row) return undefined;
	const { personId, expiresAt, createdAt, issuedAt, lastSeenAt, authenticatedAt } = row;
	const { address, userAgent, name, email, rightsChangedAt } = row;
	return {
		...{ personId, expiresAt, name, email, rightsChangedAt },
		attributes: { createdAt, issuedAt, lastSeenAt, authenticatedAt, address, userAgent },
		member: memberOf(rows)
	};
}

function selectSession(db: Db, id: string, oldest: string, slug: string) {
	return selectPerson(db, slug)
		.innerJoin('session', 'session.personId', 'person.id')
		.select(['session.personId', 'session.expiresAt', 'session.createdAt', 'session.issuedAt'])
		.select(['session.lastSeenAt', 'session.authenticatedAt', 'session.address', 'session.userAgent'])
		.select(['person.name', 'person.email', 'person.rightsChangedAt'])
		.where('session.id', '=', id)
		.where('session.createdAt', '>', oldest)
		.where('person.disabledAt', 'is', null);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectSession>['execute']>>[number];

const askForSession = askedOften<'id' | 'oldest' | 'slug', Row>((db, text) =>
	selectSession(db, text('id'), text('oldest'), text('slug'))
);
