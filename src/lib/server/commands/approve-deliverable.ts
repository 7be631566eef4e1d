import type { Db } from '#db/schema.ts';
import { approvalBlocks } from '#lib/domain/approval-guards.ts';
import { assertCan } from '#lib/domain/can.ts';
import { DELIVERABLE_LIFE } from '#lib/domain/deliverable-states.ts';
import { latestRound, latestVersion } from '#lib/domain/deliverables.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { approvalStatement } from '#lib/domain/statements.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { givenApproval, insertApproval, type Approving } from './insert-approval.ts';
import { moveItem } from './move-item.ts';
import { takeDeliverable } from './take-deliverable.ts';

/** A third person approves what the quorum signed; the file for the portal is fixed with it. */
export function approveDeliverable(db: Db, actor: Actor, input: Approving, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const found = await takeDeliverable(db, actor, input.itemId);
		const { item, facts, subject } = found;
		const grant = assertCan(actor, 'deliverable:approve', subject);
		assertNone(approvalBlocks(facts, actor, givenApproval(input)));
		const { built } = input;
		if (!built) return;

		const version = latestVersion(facts)?.number ?? 0;
		const statement = approvalStatement(item.code, version, built.fileName);
		const roundId = latestRound(facts)?.id ?? null;
		await insertApproval(db, actor, found, { ...input, built, grant, statement, roundId }, now);
		await moveItem(db, item, DELIVERABLE_LIFE.approve.to, now);
		const details = { version, package: built.fileName, sha256: built.sha256 };
		await recordAudit(db, actor, 'deliverable:approve', auditedItem(item), now, details);
	});
}
