import type { Db } from '#db/schema.ts';
import { findSetting } from '#lib/server/queries/find-setting.ts';
import { listWaitingNotices } from './list-waiting.ts';
import { dropNotices, makeLetters } from './make-letters.ts';
import { tellOccasions } from './tell-occasions.ts';
import { sendMail, type Sending, type Sent } from './send-mail.ts';

const SENDING_SINCE = 'mail-since';

/** One round: tells what the days bring, makes the letters that are due and sends them. */
export async function mailPass(db: Db, sending: Sending, tellsDays = true): Promise<Sent> {
	if (tellsDays) await tellOccasions(db, sending.clock());
	await makeLetters(db, sending.clock());
	return sendMail(db, sending);
}

/** What was queued while no mail server was set up is not sent late: it is old news, and it may be hundreds. */
export async function beginSending(db: Db, now: Date): Promise<void> {
	if ((await findSetting(db, SENDING_SINCE)) !== undefined) return;
	const old = await listWaitingNotices(db);
	const ids = old.map((one) => one.id);
	if (ids.length > 0) await dropNotices(db, ids, 'before-mail', now);
	await db
		.insertInto('setting')
		.values({ key: SENDING_SINCE, value: now.toISOString() })
		.onConflict((conflict) => conflict.doNothing())
		.execute();
}

/** The installation runs without a mail server now. */
export async function endSending(db: Db): Promise<void> {
	if ((await findSetting(db, SENDING_SINCE)) === undefined) return;
	await db.deleteFrom('setting').where('key', '=', SENDING_SINCE).execute();
}
