import type { Db } from '#db/schema.ts';
import { planLetters, type MailPlan, type PlannedLetter } from '#lib/domain/mail/plan-letters.ts';
import { listReaders, listWaitingNotices, UNKNOWN_READER } from './list-waiting.ts';

/** Makes the letters that are due now. Two processes that do it at once make each letter once. */
export async function makeLetters(db: Db, now: Date): Promise<MailPlan> {
	const notices = await listWaitingNotices(db);
	const readers = await listReaders(db, [...new Set(notices.map((one) => one.personId))]);
	const plan = planLetters(now, notices, (id) => readers.get(id) ?? UNKNOWN_READER);
	for (const letter of plan.letters) await insertLetter(db, letter, now);
	for (const [because, unwanted] of Map.groupBy(plan.dropped, (one) => one.because))
		await dropNotices(
			db,
			unwanted.map((one) => one.id),
			because,
			now
		);
	return plan;
}

function insertLetter(db: Db, { noticeIds, ...letter }: PlannedLetter, now: Date): Promise<void> {
	const at = now.toISOString();
	return db.transaction().execute(async (db) => {
		const made = await db
			.insertInto('mailLetter')
			.values({ ...letter, ...NEW, createdAt: at, nextTryAt: at })
			.onConflict((conflict) => conflict.doNothing())
			.returning('id')
			.executeTakeFirst();
		if (!made) return;
		const { numUpdatedRows } = await db
			.updateTable('outboxMail')
			.set({ letterId: letter.id })
			.where('id', 'in', noticeIds)
			.where('letterId', 'is', null)
			.where('droppedAt', 'is', null)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) await db.deleteFrom('mailLetter').where('id', '=', letter.id).execute();
	});
}

const NEW = {
	state: 'waiting',
	tries: 0,
	leaseToken: null,
	leaseUntil: null,
	doubtful: 0,
	lastError: null,
	settledAt: null
} as const;

/** Named to the administrator instead of sent. */
export async function dropNotices(db: Db, ids: readonly string[], because: string, now: Date): Promise<void> {
	await db
		.updateTable('outboxMail')
		.set({ droppedAt: now.toISOString(), droppedBecause: because })
		.where('id', 'in', ids)
		.where('sentAt', 'is', null)
		.where('droppedAt', 'is', null)
		.execute();
}
