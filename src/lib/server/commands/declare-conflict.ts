import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { NewConflict } from '#lib/schemas/deliverable-reviews.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { watchHolder } from '#lib/server/mail/tell-holder.ts';
import { takeCandidate, takeReviewedItem } from './take-reviewed-item.ts';

/** A conflict of interest that no record shows, for one item or for all; the person then reviews none of them. */
export function declareConflict(db: Db, actor: Actor, input: NewConflict, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const found = input.itemId === undefined ? null : await takeReviewedItem(db, actor, input.itemId);
		assertCan(actor, 'conflict:declare', found?.subject ?? {});
		const { candidate } = await takeCandidate(db, actor, input.personId, now);
		if (!candidate) throw new NotFound();

		const tells = [];
		for (const item of await listReviewed(db, actor.projectId, candidate.personId, input.itemId))
			tells.push(await watchHolder(db, actor, item, now));
		await db
			.insertInto('declaredConflict')
			.values({
				id: newId(),
				projectId: actor.projectId,
				personId: candidate.personId,
				itemId: found?.item.id ?? null,
				reason: input.reason,
				declaredBy: actor.personId,
				declaredAt: now.toISOString(),
				endedAt: null
			})
			.execute();
		const record = { type: 'person', id: candidate.personId, label: candidate.name };
		const details = { item: found?.item.code ?? null, reason: input.reason };
		await recordAudit(db, actor, 'conflict:declare', record, now, details);
		for (const tell of tells) await tell();
	});
}

/** What waits for this person's review: the conflict may leave it without a reviewer. */
export function listReviewed(db: Db, projectId: string, personId: string, itemId: string | undefined) {
	let reviewed = db
		.selectFrom('reviewAssignment as asked')
		.innerJoin('item', 'item.id', 'asked.itemId')
		.innerJoin('reviewRound as round', 'round.itemId', 'item.id')
		.select(['item.id', 'item.kind', 'item.code', 'item.title'])
		.distinct()
		.where('item.projectId', '=', projectId)
		.where('asked.personId', '=', personId)
		.where('asked.endedAt', 'is', null)
		.where('round.closedAt', 'is', null)
		.orderBy('item.id');
	if (itemId !== undefined) reviewed = reviewed.where('item.id', '=', itemId);
	return reviewed.execute();
}
