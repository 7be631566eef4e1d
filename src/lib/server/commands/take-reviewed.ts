import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { lockItem } from './lock-item.ts';
import { findReviewed, type Reviewed } from './reviewed.ts';

/** Locks an item and reads what the rules of its review ask. One that the actor may not see does not exist. */
export async function takeReviewed(db: Db, actor: Actor, itemId: string, now: Date): Promise<Reviewed> {
	await lockItem(db, actor.projectId, itemId);
	const found = await findReviewed(db, actor.projectId, itemId, now);
	if (!found || !can(actor, `${found.kind}:read`, found.subject).ok) throw new NotFound();
	return found;
}
