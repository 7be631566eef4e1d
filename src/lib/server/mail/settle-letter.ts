import type { Db } from '#db/schema.ts';
import type { MailKind } from '#lib/domain/mail/kinds.ts';
import type { Claim } from './claim-letter.ts';

/** Their text holds the secret by which somebody signs in: it is erased once it is out of the house. */
const SECRET_KINDS: readonly MailKind[] = ['invitation', 'reset'];

/** The mail server has taken it over. */
export async function markSent(db: Db, claim: Claim, now: Date): Promise<void> {
	const at = now.toISOString();
	await db.transaction().execute(async (db) => {
		if (!(await release(db, claim, { state: 'sent', settledAt: at, lastError: null }))) return;
		await db
			.updateTable('outboxMail')
			.set({ sentAt: at })
			.where('letterId', '=', claim.id)
			.where('droppedAt', 'is', null)
			.execute();
		await db
			.updateTable('outboxMail')
			.set({ body: '' })
			.where('letterId', '=', claim.id)
			.where('kind', 'in', SECRET_KINDS)
			.execute();
	});
}

/** It is not sent and will not be, for a reason that the administrator reads. */
export async function markEnded(
	db: Db,
	claim: Claim,
	state: 'failed' | 'dropped',
	reason: string,
	now: Date
): Promise<void> {
	const at = now.toISOString();
	await db.transaction().execute(async (db) => {
		if (!(await release(db, claim, { state, settledAt: at, lastError: reason }))) return;
		await db
			.updateTable('outboxMail')
			.set({ droppedAt: at, droppedBecause: state === 'failed' ? 'failed' : reason })
			.where('letterId', '=', claim.id)
			.where('droppedAt', 'is', null)
			.execute();
	});
}

/** It is tried again. */
export async function postpone(
	db: Db,
	claim: Claim,
	{ error, nextTryAt, doubtful }: { error: string; nextTryAt: Date; doubtful: boolean }
): Promise<void> {
	await db
		.updateTable('mailLetter')
		.set((eb) => ({
			leaseToken: null,
			leaseUntil: null,
			lastError: error,
			nextTryAt: nextTryAt.toISOString(),
			doubtful: eb('doubtful', '+', doubtful ? 1 : 0)
		}))
		.where('id', '=', claim.id)
		.where('leaseToken', '=', claim.token)
		.execute();
}

/** False when the claim was lost to somebody else meanwhile. */
async function release(
	db: Db,
	{ id, token }: Claim,
	set: { state: 'sent' | 'failed' | 'dropped'; settledAt: string; lastError: string | null }
): Promise<boolean> {
	const { numUpdatedRows } = await db
		.updateTable('mailLetter')
		.set({ ...set, leaseToken: null, leaseUntil: null })
		.where('id', '=', id)
		.where('leaseToken', '=', token)
		.executeTakeFirst();
	return numUpdatedRows > 0n;
}
