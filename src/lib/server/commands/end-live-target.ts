import type { Selectable } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { CatalogueTarget } from '#db/schema/catalogue.ts';
import { Conflict, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { EndTarget } from '#lib/schemas/catalogue/targets.ts';
import { findLiveTarget, findSuccessor } from '#lib/server/queries/find-live-target.ts';

/** Ends a target and keeps it as it was; `Conflict` where somebody changed or ended it after the page was read. */
export async function endLiveTarget(
	db: Db,
	actor: Actor,
	{ targetId, version, reason }: EndTarget,
	now: Date
): Promise<Selectable<CatalogueTarget>> {
	const target = await findLiveTarget(db, actor.projectId, targetId);
	const { numUpdatedRows } = await db
		.updateTable('catalogueTarget')
		.set({ endedAt: now.toISOString(), endedBy: actor.personId, endReason: reason })
		.where('projectId', '=', actor.projectId)
		.where('id', '=', targetId)
		.where('version', '=', version)
		.where('endedAt', 'is', null)
		.executeTakeFirst();
	if (target && numUpdatedRows === 1n) return target;
	const theirs = await findSuccessor(db, actor.projectId, targetId);
	if (!theirs) throw new NotFound();
	const { title, amount, dueOn, endReason } = theirs;
	throw new Conflict({
		title,
		amount: String(amount),
		dueOn,
		...(theirs.endedAt === null ? {} : { reason: `Ended: ${endReason ?? ''}` })
	});
}
