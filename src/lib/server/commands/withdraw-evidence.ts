import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { assertNone, Conflict, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { WithdrawEvidence } from '#lib/schemas/evidence.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { listEvidenceUses } from '#lib/server/queries/list-evidence-uses.ts';
import { listRecordUses } from '#lib/server/queries/list-record-uses.ts';

/**
 * Takes evidence back for every use at once. The bytes, the uses and the signatures stay; no state changes by itself:
 * whatever rested on it shows that its signatures no longer cover what stands, and carries the act in its history.
 */
export function withdrawEvidence(
	db: Db,
	actor: Actor,
	input: WithdrawEvidence & { evidenceId: string },
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const evidence = await db
			.selectFrom('evidence')
			.select(['id', 'name', 'organisationId', 'withdrawnAt'])
			.where('id', '=', input.evidenceId)
			.where('projectId', '=', actor.projectId)
			.executeTakeFirst();
		if (!evidence) throw new NotFound();
		assertCan(actor, 'evidence:withdraw', { organisationIds: [evidence.organisationId] });
		const { id, name } = evidence;
		assertNone(evidence.withdrawnAt === null ? [] : [{ code: 'evidence-withdrawn', name }]);

		const { numUpdatedRows } = await db
			.updateTable('evidence')
			.set({ withdrawnAt: now.toISOString(), withdrawnBy: actor.personId, withdrawnReason: input.reason })
			.where('id', '=', id)
			.where('withdrawnAt', 'is', null)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) throw new Conflict({ withdrawn: name });

		const uses = (await listEvidenceUses(db, actor.projectId, [id])).filter(
			({ removedAt }) => removedAt === null
		);
		const items = new Map(uses.map(({ itemId, kind, code }) => [itemId, { id: itemId, kind, code }]));
		const records = await listRecordUses(db, actor.projectId, [id]);
		const dependants = [...[...items.values()].map(({ code }) => code), ...records.map(({ label }) => label)];
		await recordAudit(db, actor, 'evidence:withdraw', { type: 'evidence', id, label: name }, now, {
			reason: input.reason,
			dependants
		});
		for (const record of records)
			await recordAudit(
				db,
				actor,
				'evidence:withdraw',
				{ type: record.recordType, id: record.recordId, label: record.label },
				now,
				{ evidence: name, reason: input.reason }
			);
		for (const item of items.values())
			await recordAudit(db, actor, 'evidence:withdraw', auditedItem(item), now, {
				evidence: name,
				reason: input.reason
			});
	});
}
