import type { Db } from '#db/schema.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import { appendAudit, INSTALLATION } from '#lib/server/audit.ts';
import type { Self } from './manage-own-account.ts';

/** Sends a mail that was given up once more, e.g. after the address was put right. */
export function retryMail(db: Db, self: Self, { letterId }: { letterId: string }, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const at = now.toISOString();
		const letter = await db
			.updateTable('mailLetter')
			.set({ state: 'waiting', nextTryAt: at, createdAt: at, tries: 0, settledAt: null })
			.where('id', '=', letterId)
			.where('state', '=', 'failed')
			.returning(['kind', 'personId'])
			.executeTakeFirst();
		if (!letter) throw new NotFound();
		await db
			.updateTable('outboxMail')
			.set({ droppedAt: null, droppedBecause: null })
			.where('letterId', '=', letterId)
			.where('droppedBecause', '=', 'failed')
			.execute();
		const actor = { personId: self.personId, name: self.name, organisationId: null };
		const record = { type: 'mail', id: letterId, label: letter.kind };
		await appendAudit(db, { chain: INSTALLATION, actor, act: 'mail:retry', record }, now);
	});
}
