import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { findDeliverableFacts, type FoundDeliverable } from '#lib/server/queries/find-deliverable-facts.ts';
import { lockItem } from './lock-item.ts';

/** Locks a deliverable and reads what its rules ask. One that the actor may not see does not exist. */
export async function takeDeliverable(db: Db, actor: Actor, itemId: string): Promise<FoundDeliverable> {
	await lockItem(db, actor.projectId, itemId);
	const found = await findDeliverableFacts(db, actor.projectId, { id: itemId });
	if (!found || !can(actor, 'deliverable:read', found.subject).ok) throw new NotFound();
	return found;
}
