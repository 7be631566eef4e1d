import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { moveEntry } from './move-entry.ts';
import { moveItem } from './move-item.ts';
import type { Reviewed } from './reviewed.ts';

/** Moves an item where its reviewers send it; an entry keeps the step in its history. */
export async function moveReviewed(
	db: Db,
	actor: Actor,
	{ kind, item, leadsTo }: Reviewed,
	event: keyof Reviewed['leadsTo'],
	note: string,
	now: Date
): Promise<void> {
	const state = leadsTo[event];
	if (kind === 'deliverable') return moveItem(db, item, state, now);
	const how = event === 'quorum' ? 'step' : 'returned';
	await moveEntry(db, actor, item, { state, how, note }, now);
}
