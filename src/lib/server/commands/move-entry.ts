import type { Db } from '#db/schema.ts';
import type { EntryStep } from '#db/schema/catalogue.ts';
import { automaticSteps } from '#lib/domain/catalogue/step-blocks.ts';
import { hasReached, isSideState, nextStep, type Algorithm } from '#lib/domain/catalogue/algorithm.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { recordAudit, recordParts } from '#lib/server/audit.ts';
import { findAlgorithm } from '#lib/server/queries/find-algorithm.ts';
import { findEntryFacts } from '#lib/server/queries/find-entry-facts.ts';
import { withSteps } from '#lib/server/queries/find-entry-steps.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { ONE_ENTRY, type EntryWriting } from './entry-writing.ts';
import { insertEntryStep } from './insert-entry-step.ts';
import { moveItem } from './move-item.ts';
import { refreshGaps } from './refresh-gaps.ts';

interface PlacedEntry {
	id: string;
	state: string;
	version: number;
}

export interface EntryMove {
	state: string;
	how: EntryStep['how'];
	note?: string;
	record?: Readonly<Record<string, string>>;
}

/**
 * The one way to change the state of an entry: ends the state it was in, writes the next into its history, opens or
 * closes it to the public, and takes the steps that follow by themselves. Part of the caller's transaction, which
 * asked the rules and records the act. `Conflict` when the item was changed meanwhile.
 */
export async function moveEntry(
	db: Db,
	actor: Actor,
	entry: PlacedEntry,
	move: EntryMove,
	now: Date
): Promise<void> {
	const { algorithm } = await findAlgorithm(db, actor.projectId);
	await place(db, actor, algorithm, entry, move, now);
	await settleEntry(db, actor, entry.id, now);
}

/** Takes the system's steps as soon as nothing blocks them; call it after every change of content or criteria. */
export async function settleEntry(
	db: Db,
	actor: Actor,
	itemId: string,
	now: Date,
	writing: Pick<EntryWriting, 'findAlgorithm' | 'flush'> = ONE_ENTRY
): Promise<void> {
	const { algorithm } = await writing.findAlgorithm(db, actor.projectId);
	const { state } = await db
		.selectFrom('item')
		.select('state')
		.where('id', '=', itemId)
		.executeTakeFirstOrThrow();
	if (nextStep(algorithm, state)?.actor !== 'system') return;

	const found = await findEntryFacts(db, actor.projectId, { id: itemId });
	if (!found) return;
	const { stepFacts } = await withSteps(db, found, await findToday(db, actor.projectId, now));
	await writing.flush(db, actor, now);
	let at: PlacedEntry = found.item;
	const steps = automaticSteps(algorithm, stepFacts);
	for (const step of steps) {
		await place(db, actor, algorithm, at, { state: step.state, how: 'step' }, now);
		const record = auditedItem(found.item);
		const details = { state: step.state };
		// It lies with nobody between two steps that follow by themselves.
		if (step === steps.at(-1)) await recordAudit(db, actor, 'entry:settle', record, now, details);
		else await recordParts(db, actor, [{ act: 'entry:settle', record, details }], now);
		at = { ...at, state: step.state, version: at.version + 1 };
	}
}

async function place(
	db: Db,
	actor: Actor,
	algorithm: Algorithm,
	entry: PlacedEntry,
	{ state, how, note = '', record = {} }: EntryMove,
	now: Date
): Promise<void> {
	await moveItem(db, entry, state, now);
	await insertEntryStep(db, actor, { itemId: entry.id, state, how, note, record }, now);
	// Merged and retired entries owe nothing; those taken up again do.
	if (isSideState(entry.state) || isSideState(state)) await refreshGaps(db, actor.projectId, [entry.id], now);
	if (isSideState(state)) return;
	const isPublic = hasReached(algorithm, state, algorithm.publicFrom);
	await db
		.updateTable('entry')
		.set((eb) => ({
			publicSince: isPublic ? eb.fn.coalesce('publicSince', eb.val(now.toISOString())) : null
		}))
		.where('itemId', '=', entry.id)
		.execute();
}
