import type { Db } from '#db/schema.ts';
import { isPastSigning, stepIndex } from '#lib/domain/catalogue/algorithm.ts';
import type { Element } from '#lib/domain/catalogue/elements.ts';
import { touchesProtected } from '#lib/domain/catalogue/entry-covers.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import type { EditableEntry } from '#lib/server/queries/list-editable-entries.ts';
import { endOpenRound } from './end-open-round.ts';
import { ONE_ENTRY, type EntryWriting } from './entry-writing.ts';
import { moveEntry } from './move-entry.ts';

export type ResetOutcome = 'untouched' | 'round-ended' | 'reset';

/**
 * Call it in the transaction that changed elements or awarding bodies of an entry (`awarding-body`), whatever changed,
 * with the entry as it is now: a protected element ends the round that runs, and after the first signed step sends the
 * entry back. Signatures stay and no longer cover what lies there.
 */
export async function resetEntry(
	db: Db,
	actor: Actor,
	{ heldFrom, ...item }: EditableEntry['item'] & Pick<EditableEntry['entry'], 'heldFrom'>,
	why: { changed: readonly Element[]; note?: string },
	now: Date,
	writing: Pick<EntryWriting, 'findAlgorithm' | 'flush'> = ONE_ENTRY
): Promise<ResetOutcome> {
	const { algorithm } = await writing.findAlgorithm(db, actor.projectId);
	if (!touchesProtected(algorithm, why.changed)) return 'untouched';
	const note = why.note ?? `Changed: ${why.changed.join(', ')}`;
	const hasEndedRound = await endOpenRound(db, item.id, note, now, 'superseded');
	const from = item.state === 'on-hold' ? (heldFrom ?? item.state) : item.state;
	const isBack =
		isPastSigning(algorithm, from) && stepIndex(algorithm, algorithm.returnTo) < stepIndex(algorithm, from);
	if (!hasEndedRound && !isBack) return 'untouched';

	await writing.flush(db, actor, now);
	if (isBack && item.state === 'on-hold')
		await db
			.updateTable('entry')
			.set({ heldFrom: algorithm.returnTo })
			.where('itemId', '=', item.id)
			.execute();
	else if (isBack) await moveEntry(db, actor, item, { state: algorithm.returnTo, how: 'reset', note }, now);
	const details = { changed: why.changed, from, ...(isBack ? { to: algorithm.returnTo } : {}) };
	await recordAudit(db, actor, 'entry:reset', auditedItem(item), now, details);
	return isBack ? 'reset' : 'round-ended';
}
