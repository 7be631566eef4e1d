import type { Db } from '#db/schema.ts';
import { memberOf, selectMember } from '#lib/server/queries/find-project-for.ts';

/**
 * A session that began after `oldest`, with its person and, where they are a member of the project behind the slug,
 * with that membership: every page of a project begins with this one query.
 */
export async function findSession(db: Db, id: string, oldest: string, slug: string | undefined) {
	const rows = await selectSession(db, id, oldest, slug ?? '').execute();
	const [row] = rows;
	if (!row) return undefined;
	const { holderId: personId, expiresAt, createdAt, issuedAt, lastSeenAt, authenticatedAt } = row;
	const { address, userAgent, name, email, rightsChangedAt } = row;
	return {
		...{ personId, expiresAt, name, email, rightsChangedAt },
		attributes: { createdAt, issuedAt, lastSeenAt, authenticatedAt, address, userAgent },
		member: memberOf(rows.filter(isMember))
	};
}

function selectSession(db: Db, id: string, oldest: string, slug: string) {
	const own = selectMember(db, slug)
		.select('membership.personId')
		.where('membership.personId', '=', (eb) =>
			eb.selectFrom('session').select('session.personId').where('session.id', '=', id)
		);
	return db
		.selectFrom('session')
		.innerJoin('person', 'person.id', 'session.personId')
		.leftJoin(own.as('member'), 'member.personId', 'session.personId')
		.selectAll('member')
		.select(['session.personId as holderId', 'session.expiresAt', 'session.createdAt', 'session.issuedAt'])
		.select(['session.lastSeenAt', 'session.authenticatedAt', 'session.address', 'session.userAgent'])
		.select(['person.name', 'person.email', 'person.rightsChangedAt'])
		.where('session.id', '=', id)
		.where('session.createdAt', '>', oldest)
		.where('person.disabledAt', 'is', null)
		.orderBy('member.grantId');
}

type Row = Awaited<ReturnType<ReturnType<typeof selectSession>['execute']>>[number];
type MemberRow = Parameters<typeof memberOf>[0][number];

function isMember(row: Row): row is Row & MemberRow {
	return row.id !== null;
}
