import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Db } from '#db/schema.ts';
import { returnPath } from '#lib/domain/return-path.ts';
import { findSetting } from '#lib/server/queries/find-setting.ts';
import { MAIL_KEY } from './mail-key.ts';

const DAY_MS = 86_400_000;
const LIFE_DAYS = 60;

/**
 * An address that opens exactly one page of ours, made for a mail: `/open/…`. It says nothing of the reader and signs
 * nobody in; who follows it signs in as themselves. `key` is the installation's own, of `ensureMailKey`.
 */
export function signedPagePath(key: string, path: string, now: Date): string {
	const until = Math.ceil(now.getTime() / DAY_MS + LIFE_DAYS).toString(36);
	const page = Buffer.from(path).toString('base64url');
	return `/open/${until}.${page}.${seal(key, until, page)}`;
}

/** The path behind a signed address; undefined when it is not ours, or too old. */
export async function readSignedPage(db: Db, token: string, now: Date): Promise<string | undefined> {
	const [until = '', page = '', given = ''] = token.split('.');
	const key = await findSetting(db, MAIL_KEY);
	if (key === undefined) return undefined;
	const [a, b] = [Buffer.from(given), Buffer.from(seal(key, until, page))];
	if (a.length !== b.length || !timingSafeEqual(a, b)) return undefined;
	if (parseInt(until, 36) * DAY_MS < now.getTime()) return undefined;
	return returnPath(Buffer.from(page, 'base64url').toString()) ?? undefined;
}

function seal(key: string, until: string, page: string): string {
	return createHmac('sha256', key).update(`page\n${until}\n${page}`).digest('base64url').slice(0, 27);
}
