import type { RequestEvent } from '@sveltejs/kit';
import { generateIdFromEntropySize } from 'lucia';
import type { Db } from '#db/schema.ts';
import type { SignedIn } from '#lib/server/http/context.ts';
import { sha256 } from '#lib/server/ids.ts';
import type { Member } from '#lib/server/queries/find-project-for.ts';
import { findSession } from './find-session.ts';
import { luciaFor } from './lucia.ts';

/** What a session needs of a request: its cookies, where it comes from and whether it is encrypted. */
export type Browser = Pick<RequestEvent, 'cookies' | 'request' | 'url' | 'getClientAddress'>;

const SEEN_EVERY_MS = 5 * 60_000;

interface ReadSession {
	signedIn: SignedIn;
	/** Their place in the project that was asked for. */
	member: Member | undefined;
}

/** Who this browser is signed in as. */
export async function readSession(db: Db, browser: Browser, now: Date): Promise<SignedIn | null> {
	return (await readSessionIn(db, browser, now, undefined))?.signedIn ?? null;
}

/**
 * Who this browser is signed in as, and their place in the project behind a slug. A missing or dead session leaves the
 * cookie alone: another request of the same page may just have been given a new one.
 */
export async function readSessionIn(
	db: Db,
	browser: Browser,
	now: Date,
	slug: string | undefined
): Promise<ReadSession | null> {
	let member: Member | undefined;
	const lucia = luciaFor(db, now, isSecure(browser), async (id, oldest) => {
		const found = await findSession(db, id, oldest, slug);
		member = found?.member;
		return found;
	});
	const token = browser.cookies.get(lucia.sessionCookieName);
	if (token === undefined) return null;
	const { session, user } = await lucia.validateSession(token);
	if (!session) return null;

	if (session.fresh) setCookie(browser, lucia.createSessionCookie(token));
	if (now.getTime() - Date.parse(session.lastSeenAt) >= SEEN_EVERY_MS) await touch(db, browser, token, now);
	const isOutdated = user.rightsChangedAt !== null && session.issuedAt < user.rightsChangedAt;
	const current =
		isOutdated && browser.request.method === 'GET' ? await reissue(db, browser, token, now) : token;
	const signedIn = {
		sessionId: sha256(current),
		personId: user.id,
		name: user.name,
		email: user.email,
		authenticatedAt: session.authenticatedAt,
		isRenewed: session.fresh || current !== token
	};
	return { signedIn, member };
}

/** Signs a person in on this browser; its earlier session ends. Call it outside any transaction. */
export async function startSession(db: Db, browser: Browser, personId: string, now: Date): Promise<void> {
	const lucia = luciaFor(db, now, isSecure(browser));
	const earlier = browser.cookies.get(lucia.sessionCookieName);
	if (earlier !== undefined) await lucia.invalidateSession(earlier);
	await lucia.deleteExpiredSessions();
	const client = { address: addressOf(browser), userAgent: userAgentOf(browser) };
	const session = await lucia.createSession(personId, attributesAt(now, client));
	setCookie(browser, lucia.createSessionCookie(session.id));
}

/** A session without a browser; returns the value of its cookie. */
export async function createSession(db: Db, personId: string, now: Date): Promise<string> {
	const lucia = luciaFor(db, now, false);
	const session = await lucia.createSession(personId, attributesAt(now, { address: '', userAgent: '' }));
	return session.id;
}

export async function endSession(db: Db, browser: Browser, now: Date): Promise<void> {
	const lucia = luciaFor(db, now, isSecure(browser));
	const token = browser.cookies.get(lucia.sessionCookieName);
	if (token !== undefined) await lucia.invalidateSession(token);
	setCookie(browser, lucia.createBlankSessionCookie());
}

/** A new id for the same session. Where two requests try at once, the second keeps what it came with. */
async function reissue(db: Db, browser: Browser, token: string, now: Date): Promise<string> {
	const fresh = generateIdFromEntropySize(25);
	const { numUpdatedRows } = await db
		.updateTable('session')
		.set({ id: sha256(fresh), issuedAt: now.toISOString() })
		.where('id', '=', sha256(token))
		.executeTakeFirst();
	if (numUpdatedRows === 0n) return token;
	setCookie(browser, luciaFor(db, now, isSecure(browser)).createSessionCookie(fresh));
	return fresh;
}

async function touch(db: Db, browser: Browser, token: string, now: Date): Promise<void> {
	await db
		.updateTable('session')
		.set({ lastSeenAt: now.toISOString(), address: addressOf(browser) })
		.where('id', '=', sha256(token))
		.execute();
}

function attributesAt(now: Date, client: { address: string; userAgent: string }) {
	const at = now.toISOString();
	return { createdAt: at, issuedAt: at, lastSeenAt: at, authenticatedAt: at, ...client };
}

type SessionCookie = ReturnType<ReturnType<typeof luciaFor>['createSessionCookie']>;

function setCookie({ cookies }: Browser, cookie: SessionCookie): void {
	cookies.set(cookie.name, cookie.value, { path: '/', ...cookie.attributes });
}

function isSecure({ url }: Browser): boolean {
	return url.protocol === 'https:';
}

export function addressOf(browser: Browser): string {
	return browser.getClientAddress().slice(0, 64);
}

function userAgentOf({ request }: Browser): string {
	return (request.headers.get('user-agent') ?? '').slice(0, 300);
}
