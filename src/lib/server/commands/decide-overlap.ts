import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { overlapBlocks } from '#lib/domain/catalogue/overlap-rules.ts';
import { assertNone, Conflict, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { DecideOverlap } from '#lib/schemas/catalogue/overlaps.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { watchHolder } from '#lib/server/mail/tell-holder.ts';
import { auditedItem, findItemFacts } from '#lib/server/queries/find-item-facts.ts';
import { insertContribution } from './insert-contribution.ts';
import { refreshGaps } from './refresh-gaps.ts';

/**
 * What shall become of two entries that say much the same: merge them (the merging itself is a step of its own), award
 * one of them jointly, or keep both for a reason. Answers which entry stays, and which is left to merge.
 */
export function decideOverlap(
	db: Db,
	actor: Actor,
	input: DecideOverlap,
	now: Date
): Promise<{ decision: DecideOverlap['decision']; stays: string; other: string }> {
	return db.transaction().execute(async (db) => {
		const { projectId } = actor;
		const overlap = await db
			.selectFrom('entryOverlap')
			.selectAll()
			.where('projectId', '=', projectId)
			.where('id', '=', input.overlapId)
			.executeTakeFirst();
		const first = overlap && (await findItemFacts(db, projectId, { id: overlap.firstItemId }));
		const second = overlap && (await findItemFacts(db, projectId, { id: overlap.secondItemId }));
		if (!overlap || !first || !second) throw new NotFound();
		assertCan(actor, 'overlap:decide', first.subject);
		assertCan(actor, 'overlap:decide', second.subject);
		assertNone(overlapBlocks([first.item, second.item], overlap.goneAt, input));

		const { decision, reason } = input;
		const { numUpdatedRows } = await db
			.updateTable('entryOverlap')
			.set({ decision, reason, decidedBy: actor.personId, decidedAt: now.toISOString() })
			.where('id', '=', overlap.id)
			.where('decidedAt', input.seen === '' ? 'is' : '=', input.seen === '' ? null : input.seen)
			.executeTakeFirst();
		if (numUpdatedRows === 0n)
			throw new Conflict({ decision: overlap.decision ?? '', reason: overlap.reason ?? '' });

		const [stays, other] = input.into === second.item.id ? [second, first] : [first, second];
		const body = other.item.leadOrganisationId;
		const tell = await watchHolder(db, actor, stays.item, now);
		if (decision === 'joint' && body !== null) await addAwardingBody(db, actor, stays.item.id, body, now);
		const details = { decision, reason, with: other.item.code, similarity: Math.round(overlap.score * 100) };
		await recordAudit(db, actor, 'overlap:decide', auditedItem(stays.item), now, details);
		await tell();
		return { decision, stays: stays.item.code, other: other.item.code };
	});
}

/** The owner of the other entry becomes an awarding body of this one, unless it is already. */
async function addAwardingBody(
	db: Db,
	actor: Actor,
	itemId: string,
	organisationId: string,
	now: Date
): Promise<void> {
	const kept = await db
		.selectFrom('entryBody')
		.select('addedAt')
		.where('itemId', '=', itemId)
		.where('organisationId', '=', organisationId)
		.where('removedAt', 'is', null)
		.executeTakeFirst();
	if (kept) return;
	const addedAt = now.toISOString();
	await db
		.insertInto('entryBody')
		.values({ itemId, organisationId, addedBy: actor.personId, addedAt, removedAt: null })
		.execute();
	const row = {
		itemId,
		organisationId,
		personId: null,
		kind: 'contributor',
		note: 'awards it jointly'
	} as const;
	await insertContribution(db, actor, row, now);
	await refreshGaps(db, actor.projectId, [itemId], now);
}
