import type { Db } from '#db/schema.ts';

/** Every account of the installation, or of some projects, without a word on what it does in which project. */
export async function listAccounts(db: Db, scope: 'installation' | readonly string[]) {
	const members = db
		.selectFrom('membership')
		.select('personId')
		.where('projectId', 'in', scope === 'installation' ? [] : scope)
		.where('toOn', 'is', null);
	const rows = await db
		.selectFrom('person')
		.$if(scope !== 'installation', (query) => query.where('id', 'in', members))
		.select([
			'id',
			'name',
			'email',
			'createdAt',
			'disabledAt',
			'passwordHash',
			'administratorSince',
			'search'
		])
		.select((eb) =>
			eb
				.selectFrom('session')
				.select((eb) => eb.fn.max('lastSeenAt').as('last'))
				.whereRef('session.personId', '=', 'person.id')
				.as('lastSeenAt')
		)
		.orderBy('email')
		.execute();
	return rows.map(({ passwordHash, ...row }) => ({ ...row, hasPassword: passwordHash !== null }));
}
