import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Db } from '#db/schema.ts';
import { isMailKind, MAIL_KINDS, type MailKind } from '#lib/domain/mail/kinds.ts';
import { findSetting } from '#lib/server/queries/find-setting.ts';

/** Name of the setting that holds it. */
export const MAIL_KEY = 'mail-key';

/** The installation's own key for links in mails, made on first need. */
export async function ensureMailKey(db: Db): Promise<string> {
	const known = await findSetting(db, MAIL_KEY);
	if (known !== undefined) return known;
	await db
		.insertInto('setting')
		.values({ key: MAIL_KEY, value: randomBytes(32).toString('base64url') })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
	return (await findSetting(db, MAIL_KEY)) ?? '';
}

export interface Unsubscription {
	personId: string;
	/** `digest`: the digest as a whole. */
	kind: MailKind | 'digest';
}

/** Says whose mails of which kind are to stop, and that this installation said so. It never expires. */
export function unsubscribeToken(key: string, { personId, kind }: Unsubscription): string {
	return `${personId}.${kind}.${seal(key, personId, kind)}`;
}

/** What a token asks for; undefined when it is not ours. */
export async function readUnsubscribeToken(db: Db, token: string): Promise<Unsubscription | undefined> {
	const [personId = '', kind = '', given = ''] = token.split('.');
	if (kind !== 'digest' && !(isMailKind(kind) && MAIL_KINDS[kind].optional)) return undefined;
	const key = await findSetting(db, MAIL_KEY);
	if (key === undefined) return undefined;
	const [a, b] = [Buffer.from(given), Buffer.from(seal(key, personId, kind))];
	return a.length === b.length && timingSafeEqual(a, b) ? { personId, kind } : undefined;
}

function seal(key: string, personId: string, kind: string): string {
	return createHmac('sha256', key)
		.update(`unsubscribe\n${personId}\n${kind}`)
		.digest('base64url')
		.slice(0, 27);
}
