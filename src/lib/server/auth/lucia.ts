import { Lucia, TimeSpan, type Adapter, type DatabaseSession } from 'lucia';
import type { Db } from '#db/schema.ts';
import type { Session } from '#db/schema/identity.ts';
import { sha256 } from '#lib/server/ids.ts';
import { findSession } from './find-session.ts';

type SessionAttributes = Omit<Session, 'id' | 'personId' | 'expiresAt'>;
interface UserAttributes {
	name: string;
	email: string;
	rightsChangedAt: string | null;
}

declare module 'lucia' {
	interface Register {
		Lucia: ReturnType<typeof luciaFor>;
		DatabaseSessionAttributes: SessionAttributes;
		DatabaseUserAttributes: UserAttributes;
	}
}

/** A session nobody uses ends after this; one in use is prolonged. */
const IDLE = new TimeSpan(14, 'd');
/** No session lives longer, however much it is used. */
const LONGEST = new TimeSpan(90, 'd');

/** Finds a session by the hash of its id, unless it began before `oldest`. */
type ReadSession = (id: string, oldest: string) => ReturnType<typeof findSession>;

/**
 * Lucia over our own tables: it speaks of the cookie's value, the tables hold only its SHA-256.
 * Lucia reads the machine's clock; times are translated to ours, which a demo shifts.
 */
function adapterFor(db: Db, now: Date, read: ReadSession): Adapter {
	const shift = now.getTime() - Date.now();
	const toOurs = (date: Date) => new Date(date.getTime() + shift).toISOString();
	const toLucia = (instant: string) => new Date(Date.parse(instant) - shift);
	const oldest = new Date(now.getTime() - LONGEST.milliseconds()).toISOString();

	return {
		async getSessionAndUser(token) {
			const row = await read(sha256(token), oldest);
			if (!row) return [null, null];
			const { personId, expiresAt, name, email, rightsChangedAt, attributes } = row;
			const session = { id: token, userId: personId, expiresAt: toLucia(expiresAt), attributes };
			return [session, { id: personId, attributes: { name, email, rightsChangedAt } }];
		},
		async getUserSessions(personId): Promise<DatabaseSession[]> {
			const rows = await db.selectFrom('session').selectAll().where('personId', '=', personId).execute();
			return rows.map(({ id, personId: userId, expiresAt, ...attributes }) => {
				return { id, userId, expiresAt: toLucia(expiresAt), attributes };
			});
		},
		async setSession({ id: token, userId, expiresAt, attributes }) {
			const row = { id: sha256(token), personId: userId, expiresAt: toOurs(expiresAt), ...attributes };
			await db.insertInto('session').values(row).execute();
		},
		async updateSessionExpiration(token, expiresAt) {
			await db
				.updateTable('session')
				.set({ expiresAt: toOurs(expiresAt) })
				.where('id', '=', sha256(token))
				.execute();
		},
		async deleteSession(token) {
			await db.deleteFrom('session').where('id', '=', sha256(token)).execute();
		},
		async deleteUserSessions(personId) {
			await db.deleteFrom('session').where('personId', '=', personId).execute();
		},
		async deleteExpiredSessions() {
			await db
				.deleteFrom('session')
				.where((eb) => eb.or([eb('expiresAt', '<=', now.toISOString()), eb('createdAt', '<=', oldest)]))
				.execute();
		}
	};
}

/** Lucia for one request; `secure` on https, where the cookie's name makes the browser hold it to that. */
export function luciaFor(
	db: Db,
	now: Date,
	secure: boolean,
	read: ReadSession = (id, oldest) => findSession(db, id, oldest, undefined)
) {
	return new Lucia(adapterFor(db, now, read), {
		sessionExpiresIn: IDLE,
		sessionCookie: {
			name: secure ? '__Host-session' : 'session',
			attributes: { secure, sameSite: 'lax', path: '/' }
		},
		getSessionAttributes: ({ issuedAt, lastSeenAt, authenticatedAt }: SessionAttributes) => {
			return { issuedAt, lastSeenAt, authenticatedAt };
		},
		getUserAttributes: ({ name, email, rightsChangedAt }: UserAttributes) => {
			return { name, email, rightsChangedAt };
		}
	});
}
