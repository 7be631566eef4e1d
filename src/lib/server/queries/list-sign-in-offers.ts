import type { Db } from '#db/schema.ts';

/** What can be read without an account: projects that have published something of their catalogue. One query. */
export function listPublicCatalogues(db: Db) {
	return db
		.selectFrom('project')
		.select(['slug', 'acronym'])
		.where((eb) =>
			eb.exists(
				eb
					.selectFrom('item')
					.innerJoin('entry', 'entry.itemId', 'item.id')
					.whereRef('item.projectId', '=', 'project.id')
					.where('entry.publicSince', 'is not', null)
					.select('item.id')
			)
		)
		.orderBy('acronym')
		.orderBy('slug')
		.execute();
}

/** The made-up people who can sign in, each with what they may do. For a demonstration only. One query. */
export async function listDemoAccounts(db: Db) {
	const rows = await db
		.selectFrom('person')
		.innerJoin('roleGrant', 'roleGrant.personId', 'person.id')
		.select(['person.email', 'roleGrant.role'])
		.where('person.origin', '=', 'sample')
		.where('person.passwordHash', 'is not', null)
		.where('person.disabledAt', 'is', null)
		.where('roleGrant.confirmedAt', 'is not', null)
		.where('roleGrant.revokedAt', 'is', null)
		.orderBy('person.email')
		.orderBy('roleGrant.role')
		.execute();
	return [...Map.groupBy(rows, ({ email }) => email)].map(([email, grants]) => ({
		email,
		roles: [...new Set(grants.map(({ role }) => role))]
	}));
}
