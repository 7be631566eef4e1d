import type { Db } from '#db/schema.ts';
import { breakGlassBlocks } from '#lib/domain/approval-guards.ts';
import { assertCan } from '#lib/domain/can.ts';
import { DELIVERABLE_LIFE } from '#lib/domain/deliverable-states.ts';
import { latestVersion, openRound } from '#lib/domain/deliverables.ts';
import { itemPath } from '#lib/domain/item-path.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { breakGlassStatement } from '#lib/domain/statements.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import type { FoundDeliverable } from '#lib/server/queries/find-deliverable-facts.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { listReviewCandidates } from '#lib/server/queries/list-review-candidates.ts';

import { givenApproval, insertApproval, type Approving } from './insert-approval.ts';
import { moveItem } from './move-item.ts';
import { mailedItem, queueMail } from './queue-mail.ts';
import { takeDeliverable } from './take-deliverable.ts';

type Breaking = Approving & { reason: string; reference: string };

/**
 * Approval without the quorum: by decision, never in silence. The QA lead is told, every breaking keeps its
 * reason and decision, and the deliverable is marked from the first one on.
 */
export function breakGlassDeliverable(db: Db, actor: Actor, input: Breaking, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const found = await takeDeliverable(db, actor, input.itemId);
		const { item, facts, subject } = found;
		const grant = assertCan(actor, 'deliverable:break-glass', subject);
		assertNone(breakGlassBlocks(facts, actor, givenApproval(input)));
		const { built, reason, reference } = input;
		if (!built) return;

		const at = now.toISOString();
		const version = latestVersion(facts)?.number ?? 0;
		const statement = breakGlassStatement(item.code, version, built.fileName, reference);
		const roundId = await breakRound(db, found, actor, reason, now);
		await insertApproval(db, actor, found, { ...input, built, grant, statement, roundId }, now);
		await db
			.updateTable('deliverable')
			.set({ brokeGlassAt: at, brokeGlassReason: reason, brokeGlassReference: reference })
			.where('itemId', '=', item.id)
			.where('brokeGlassAt', 'is', null)
			.execute();
		const broken = { id: newId(), projectId: actor.projectId, itemId: item.id, reason, reference };
		await db
			.insertInto('brokenGlass')
			.values({ ...broken, brokenBy: actor.personId, brokenAt: at })
			.execute();
		await moveItem(db, item, DELIVERABLE_LIFE['break-glass'].to, now);

		const today = await findToday(db, actor.projectId, now);
		const candidates = await listReviewCandidates(db, actor.projectId, today);
		const leads = candidates.filter((one) => one.roles.includes('qa-lead'));
		await queueMail(
			db,
			{
				projectId: actor.projectId,
				kind: 'break-glass',
				to: leads.map((one) => one.personId),
				subject: `${item.code} was approved without its quorum of reviews`,
				body: `${actor.name} (${actor.organisationAcronym}) approved ${item.code} version ${version} by decision ${reference}. Reason: ${reason}`,
				because: 'qa-lead',
				about: mailedItem(item),
				path: itemPath(item)
			},
			now
		);
		const details = { version, reason, reference, package: built.fileName, sha256: built.sha256 };
		await recordAudit(db, actor, 'deliverable:break-glass', auditedItem(item), now, details);
	});
}

/** The open round ends with it; where none is open it is a round of its own, and the last one keeps its outcome. */
async function breakRound(
	db: Db,
	{ facts, item }: FoundDeliverable,
	actor: Actor,
	reason: string,
	now: Date
): Promise<string> {
	const at = now.toISOString();
	const open = openRound(facts);
	const end = { closedAt: at, outcome: 'break-glass', outcomeReason: reason } as const;
	if (open) {
		await db.updateTable('reviewRound').set(end).where('id', '=', open.id).execute();
		return open.id;
	}
	const last = await db
		.selectFrom('reviewRound')
		.selectAll()
		.where('itemId', '=', item.id)
		.orderBy('number', 'desc')
		.limit(1)
		.executeTakeFirstOrThrow();
	const id = newId();
	const number = last.number + 1;
	const opened = { openedBy: actor.personId, openedAt: at, dueOn: null, note: '' };
	await db
		.insertInto('reviewRound')
		.values({ ...last, id, number, ...opened, ...end })
		.execute();
	return id;
}
