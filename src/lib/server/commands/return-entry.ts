import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { returnBlocks } from '#lib/domain/catalogue/entry-acts.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { ReturnEntry } from '#lib/schemas/catalogue/steps.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { endOpenRound } from './end-open-round.ts';
import { moveEntry } from './move-entry.ts';
import { takeEntry } from './take-entry.ts';

type Input = ReturnEntry & { itemId: string };

/** Sends an entry back to the step that the algorithm names, out of the public catalogue if it stood there. */
export function returnEntry(db: Db, actor: Actor, { itemId, reason }: Input, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, subject, algorithm, stepFacts } = await takeEntry(db, actor, itemId, now);
		assertCan(actor, 'entry:return', subject);
		assertNone(returnBlocks(algorithm, stepFacts));

		await endOpenRound(db, item.id, reason, now, 'returned');
		await moveEntry(db, actor, item, { state: algorithm.returnTo, how: 'returned', note: reason }, now);
		const details = { from: item.state, to: algorithm.returnTo, reason };
		await recordAudit(db, actor, 'entry:return', auditedItem(item), now, details);
	});
}
