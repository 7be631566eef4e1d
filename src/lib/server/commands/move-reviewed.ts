import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { insertEntryStep } from './insert-entry-step.ts';
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
	await moveItem(db, item, state, now);
	if (kind !== 'entry') return;
	const how = event === 'quorum' ? 'step' : 'returned';
	await insertEntryStep(db, actor, { itemId: item.id, state, how, note }, now);
}
