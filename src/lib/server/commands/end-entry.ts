import type { Db } from '#db/schema.ts';
import { assertCan, can } from '#lib/domain/can.ts';
import { endBlocks, mergeBlocks } from '#lib/domain/catalogue/entry-acts.ts';
import { assertNone, Refusal } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { MergeEntry, RetireEntry } from '#lib/schemas/catalogue/steps.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { findEntryFacts } from '#lib/server/queries/find-entry-facts.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { endOpenRound } from './end-open-round.ts';
import { lockItem } from './lock-item.ts';
import { moveEntry } from './move-entry.ts';
import { takeEntry } from './take-entry.ts';

/** An entry goes on as a part of another; its page stays, and the other one's trail says so too. */
export function mergeEntry(
	db: Db,
	actor: Actor,
	input: MergeEntry & { itemId: string },
	now: Date
): Promise<{ into: string }> {
	return db.transaction().execute(async (db) => {
		const target = await findEntryFacts(db, actor.projectId, { code: input.into });
		if (!target || !can(actor, 'entry:read', target.subject).ok)
			throw new Refusal([{ code: 'merge-target-unknown', entry: input.into }]);
		await lockItem(db, actor.projectId, target.item.id);
		const blocks = (item: { id: string }) => mergeBlocks(item, target.item);
		await end(db, actor, { ...input, mergedIntoItemId: target.item.id, state: 'merged' }, blocks, now);
		const details = { merged: input.itemId, reason: input.reason };
		await recordAudit(db, actor, 'entry:end', auditedItem(target.item), now, details);
		return { into: target.item.code };
	});
}

/** An entry leaves the way for good; what was public stays citable. */
export function retireEntry(
	db: Db,
	actor: Actor,
	input: RetireEntry & { itemId: string },
	now: Date
): Promise<void> {
	return db
		.transaction()
		.execute((db) => end(db, actor, { ...input, mergedIntoItemId: null, state: 'retired' }, () => [], now));
}

interface Ending {
	itemId: string;
	reason: string;
	mergedIntoItemId: string | null;
	state: 'merged' | 'retired';
}

async function end(
	db: Db,
	actor: Actor,
	{ itemId, reason, mergedIntoItemId, state }: Ending,
	furtherBlocks: (item: { id: string }) => ReturnType<typeof mergeBlocks>,
	now: Date
): Promise<void> {
	const { item, subject, entry, stepFacts } = await takeEntry(db, actor, itemId, now);
	assertCan(actor, 'entry:end', subject);
	assertNone([...endBlocks(stepFacts), ...furtherBlocks(item)]);

	await endOpenRound(db, item.id, reason, now);
	const heldFrom = item.state === 'on-hold' ? entry.heldFrom : item.state;
	await db
		.updateTable('entry')
		.set({ heldFrom, heldUntilOn: null, heldReason: null, mergedIntoItemId, endedReason: reason })
		.where('itemId', '=', item.id)
		.execute();
	await moveEntry(db, actor, item, { state, how: state, note: reason }, now);
	const details = { from: item.state, state, into: mergedIntoItemId, reason };
	await recordAudit(db, actor, 'entry:end', auditedItem(item), now, details);
}
