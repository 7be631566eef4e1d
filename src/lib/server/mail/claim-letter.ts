import { randomUUID } from 'node:crypto';
import type { Db } from '#db/schema.ts';

/** Longer than any one mail may take; after it a sender counts as lost. */
const LEASE_MS = 5 * 60_000;

export interface Claim {
	id: string;
	token: string;
}

/** The letters that are to be sent now, by when they are due. */
export async function listDueLetters(db: Db, now: Date): Promise<string[]> {
	const at = now.toISOString();
	const rows = await db
		.selectFrom('mailLetter')
		.select('id')
		.where('state', '=', 'waiting')
		.where('nextTryAt', '<=', at)
		.where((eb) => eb.or([eb('leaseUntil', 'is', null), eb('leaseUntil', '<=', at)]))
		.orderBy('nextTryAt')
		.orderBy('id')
		.limit(500)
		.execute();
	return rows.map((row) => row.id);
}

/**
 * Takes a letter so that nobody else sends it; undefined when somebody else did. A token that is still there is that of
 * a sender that was lost in the middle: what it sent may have arrived.
 */
export async function claimLetter(db: Db, id: string, now: Date): Promise<Claim | undefined> {
	const at = now.toISOString();
	const token = randomUUID();
	const { numUpdatedRows } = await db
		.updateTable('mailLetter')
		.set((eb) => ({
			leaseToken: token,
			leaseUntil: new Date(now.getTime() + LEASE_MS).toISOString(),
			tries: eb('tries', '+', 1),
			doubtful: eb
				.case()
				.when('leaseToken', 'is not', null)
				.then(eb('doubtful', '+', 1))
				.else(eb.ref('doubtful'))
				.end()
		}))
		.where('id', '=', id)
		.where('state', '=', 'waiting')
		.where('nextTryAt', '<=', at)
		.where((eb) => eb.or([eb('leaseUntil', 'is', null), eb('leaseUntil', '<=', at)]))
		.executeTakeFirst();
	return numUpdatedRows === 0n ? undefined : { id, token };
}
