import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { stepIndex } from '#lib/domain/catalogue/algorithm.ts';
import { holdBlocks, resumeBlocks } from '#lib/domain/catalogue/entry-acts.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { HoldEntry, ResumeEntry } from '#lib/schemas/catalogue/steps.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { endOpenRound } from './end-open-round.ts';
import { moveEntry } from './move-entry.ts';
import { takeEntry } from './take-entry.ts';

/** Lays an entry aside until a day, from wherever it stands; a review that runs ends with it. */
export function holdEntry(
	db: Db,
	actor: Actor,
	input: HoldEntry & { itemId: string },
	now: Date
): Promise<void> {
	const { itemId, reason, untilOn } = input;
	return db.transaction().execute(async (db) => {
		const { item, subject, stepFacts } = await takeEntry(db, actor, itemId, now);
		assertCan(actor, 'entry:hold', subject);
		assertNone(holdBlocks(stepFacts, untilOn));

		await endOpenRound(db, item.id, reason, now);
		await db
			.updateTable('entry')
			.set({ heldFrom: item.state, heldUntilOn: untilOn, heldReason: reason })
			.where('itemId', '=', item.id)
			.execute();
		await moveEntry(db, actor, item, { state: 'on-hold', how: 'held', note: reason }, now);
		const details = { from: item.state, untilOn, reason };
		await recordAudit(db, actor, 'entry:hold', auditedItem(item), now, details);
	});
}

/** Takes an entry up again where it was; also one merged or retired by mistake, by who may end entries. */
export function resumeEntry(
	db: Db,
	actor: Actor,
	input: ResumeEntry & { itemId: string },
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, subject, entry, algorithm, stepFacts } = await takeEntry(db, actor, input.itemId, now);
		const hasEnded = item.state === 'merged' || item.state === 'retired';
		assertCan(actor, hasEnded ? 'entry:end' : 'entry:hold', subject);
		assertNone(resumeBlocks(stepFacts));

		// A state that the algorithm no longer has is one before the signatures.
		const from = entry.heldFrom ?? '';
		const to = stepIndex(algorithm, from) < 0 ? algorithm.returnTo : from;
		await db
			.updateTable('entry')
			.set({
				heldFrom: null,
				heldUntilOn: null,
				heldReason: null,
				mergedIntoItemId: null,
				endedReason: null
			})
			.where('itemId', '=', item.id)
			.execute();
		await moveEntry(db, actor, item, { state: to, how: 'resumed', note: input.note }, now);
		const details = { from: item.state, to, note: input.note };
		await recordAudit(db, actor, 'entry:resume', auditedItem(item), now, details);
	});
}
