import type { Db } from '#db/schema.ts';

/** Every account of the installation, without a word on what it does in which project. */
export async function listAccounts(db: Db) {
	const rows = await db
		.selectFrom('person')
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
