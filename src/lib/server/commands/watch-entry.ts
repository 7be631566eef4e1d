import type { Db } from '#db/schema.ts';
import { staysWithOwner } from '#lib/domain/catalogue/entry-holder.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { watchHolder } from '#lib/server/mail/tell-holder.ts';
import { findAlgorithm } from '#lib/server/queries/find-algorithm.ts';

/** As `watchHolder`, for an act that changes what an entry says: asked nothing more where it lies with its owner anyway. */
export async function watchEntry(
	db: Db,
	actor: Actor,
	item: { id: string; state: string },
	now: Date,
	writing: { findAlgorithm: typeof findAlgorithm } = { findAlgorithm }
): Promise<(reason?: string) => Promise<void>> {
	const { algorithm } = await writing.findAlgorithm(db, actor.projectId);
	if (staysWithOwner(algorithm, item.state)) return () => Promise.resolve();
	return watchHolder(db, actor, { id: item.id, kind: 'entry' }, now);
}
