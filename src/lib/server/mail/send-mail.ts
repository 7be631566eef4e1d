import type { Db } from '#db/schema.ts';
import { nextTry } from '#lib/domain/mail/delivery.ts';
import { claimLetter, listDueLetters, type Claim } from './claim-letter.ts';
import { composeLetter, hindrance, type Surroundings } from './compose-letter.ts';
import { findLetter } from './find-letter.ts';
import { dropNotices } from './make-letters.ts';
import { markEnded, markSent, postpone } from './settle-letter.ts';
import type { MailServer } from './smtp.ts';
import { listStillTheirs } from './still-theirs.ts';

export interface Sending extends Surroundings {
	server: MailServer;
	clock: () => Date;
	/** No further mail is begun once it is aborted. */
	stop?: AbortSignal;
	/** Breaks off the one in flight. */
	abort?: AbortSignal;
}

export interface Sent {
	sent: number;
	failed: number;
	postponed: number;
	/** Why no mail can be sent now. */
	outage: string | null;
}

/** Sends the letters that are due, one after another, until one tells that none can be sent. */
export async function sendMail(db: Db, sending: Sending): Promise<Sent> {
	const sum: Sent = { sent: 0, failed: 0, postponed: 0, outage: null };
	for (const id of await listDueLetters(db, sending.clock())) {
		if (sending.stop?.aborted || sum.outage !== null) break;
		const claim = await claimLetter(db, id, sending.clock());
		if (claim) await sendLetter(db, sending, claim, sum);
	}
	return sum;
}

async function sendLetter(db: Db, sending: Sending, claim: Claim, sum: Sent): Promise<void> {
	const found = await findLetter(db, claim.id);
	if (!found) return;
	const { letter, notices } = found;
	const told = await listStillTheirs(db, letter, notices, sending.clock());
	const hindered = hindrance(letter, told);
	if (hindered !== undefined) {
		await markEnded(db, claim, 'dropped', hindered, sending.clock());
		return;
	}
	const gone = notices.filter((one) => !told.includes(one)).map((one) => one.id);
	if (gone.length > 0) await dropNotices(db, gone, 'left', sending.clock());
	const message = await composeLetter(db, letter, told, sending, sending.clock());

	const delivery = await sending.server.deliver(message, sending.abort);
	if (delivery.result === 'sent') {
		await markSent(db, claim, sending.clock());
		sum.sent += 1;
		return;
	}
	const { result, error } = delivery;
	const nextTryAt = result === 'refused' ? null : nextTry(letter, result, sending.clock());
	if (nextTryAt === null) {
		await markEnded(db, claim, 'failed', error, sending.clock());
		sum.failed += 1;
		return;
	}
	const doubtful = delivery.result === 'outage' && delivery.doubtful;
	await postpone(db, claim, { error, nextTryAt, doubtful });
	sum.postponed += 1;
	if (result === 'outage') sum.outage = error;
}
