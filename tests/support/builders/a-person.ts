import type { Insertable } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { Person } from '#db/schema/identity.ts';
import { hashPassword } from '#lib/server/auth/passwords.ts';
import { newId } from '#lib/server/ids.ts';
import { next, NOW } from './a-project.ts';

export const PASSWORD = 'steppe lantern copper seven';

/** One argon2 hash serves every test: each costs tens of milliseconds. */
let passwordHash: Promise<string> | undefined;

/** An account that can sign in with `PASSWORD`, a member of nothing. */
export async function aPerson(db: Db, given: Partial<Insertable<Person>> = {}) {
	passwordHash ??= hashPassword(PASSWORD);
	const name = given.name ?? `Person ${next()}`;
	const person = {
		id: newId(),
		email: `account-${next()}@example.org`,
		name,
		search: name.toLowerCase(),
		passwordHash: await passwordHash,
		disabledAt: null,
		createdAt: NOW.toISOString(),
		rightsChangedAt: null,
		origin: 'entered' as const,
		...given
	};
	await db.insertInto('person').values(person).execute();
	return person;
}
