import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { findItemFacts, type ItemFacts } from '#lib/server/queries/find-item-facts.ts';
import { lockItem } from './lock-item.ts';

/** Locks an item of any kind that is spoken about. One that the actor may not see does not exist. */
export async function takeCommented(db: Db, actor: Actor, itemId: string): Promise<ItemFacts> {
	await lockItem(db, actor.projectId, itemId);
	const found = await findItemFacts(db, actor.projectId, { id: itemId });
	if (!found || !can(actor, `${found.item.kind}:read`, found.subject).ok) throw new NotFound();
	return found;
}
