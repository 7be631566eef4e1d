import type { Db } from '#db/schema.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { findEntrySteps, type FoundEntrySteps } from '#lib/server/queries/find-entry-steps.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { lockItem } from './lock-item.ts';

/** Locks an entry and reads what its steps ask. One that the actor may not see does not exist. */
export async function takeEntry(db: Db, actor: Actor, itemId: string, now: Date): Promise<FoundEntrySteps> {
	await lockItem(db, actor.projectId, itemId);
	const today = await findToday(db, actor.projectId, now);
	const found = await findEntrySteps(db, actor, { id: itemId }, today);
	if (!found) throw new NotFound();
	return found;
}
