import type { Db } from '#db/schema.ts';
import { assertCan, can } from '#lib/domain/can.ts';
import { nextStep } from '#lib/domain/catalogue/algorithm.ts';
import {
	approvalRecordBlocks,
	approvalStatement,
	approverBlocks,
	lapsedApprovals
} from '#lib/domain/catalogue/entry-approval.ts';
import { actorBlocks, stepBlocks } from '#lib/domain/catalogue/step-blocks.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { ApproveEntry } from '#lib/schemas/catalogue/signing.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { findEntryApproval } from '#lib/server/queries/find-entry-approval.ts';
import { findEntryReview } from '#lib/server/queries/find-entry-review.ts';
import { withSteps } from '#lib/server/queries/find-entry-steps.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { insertSignature } from './insert-signature.ts';
import { lockItem } from './lock-item.ts';
import { moveEntry, settleEntry } from './move-entry.ts';
import { moveItem } from './move-item.ts';

type Approving = Omit<ApproveEntry, 'password' | 'evidenceId'> & { authenticatedAt: string };

/**
 * The named officer of an awarding body approves exactly what the reviewers signed, with the decision as evidence. The
 * last awarding body moves the entry. `evidenceOf` makes or finds the document in the same transaction.
 */
export function approveEntry(
	db: Db,
	actor: Actor,
	input: Approving,
	evidenceOf: (db: Db) => Promise<string | undefined>,
	now: Date
): Promise<{ isApproved: boolean }> {
	return db.transaction().execute(async (db) => {
		await lockItem(db, actor.projectId, input.itemId);
		const found = await findEntryReview(db, actor.projectId, { id: input.itemId });
		if (!found || !can(actor, 'entry:read', found.subject).ok) throw new NotFound();
		const { item } = found;
		const grant = assertCan(actor, 'entry:approve', found.subject);
		const today = await findToday(db, actor.projectId, now);
		const { algorithm, stepFacts, history } = await withSteps(db, found, today);
		const renews = lapsedApprovals(algorithm, stepFacts).some(
			(one) => one.organisationId === actor.organisationId
		);
		const ofOfficers = algorithm.steps.find((one) => one.actor === 'officer');
		const step = (renews ? undefined : nextStep(algorithm, item.state)) ?? ofOfficers;
		if (!step) throw new NotFound();
		const { approval, covers, coversSha256, reviewedSha256, round } = await findEntryApproval(db, found, {
			algorithm,
			history,
			today
		});
		// An approval that lapsed is renewed where the entry stands; it goes back for nothing else.
		if (!renews) assertNone([...stepBlocks(algorithm, stepFacts, step), ...actorBlocks(step, 'officer')]);
		assertNone(approverBlocks(approval, actor));
		const evidenceId = await evidenceOf(db);
		const { decidedOn, validUntilOn, reference } = input;
		const given = {
			decidedOn,
			validUntilOn,
			hasEvidence: evidenceId !== undefined,
			seenSha256: input.coversSha256,
			reviewedSha256,
			presentSha256: coversSha256
		};
		assertNone(approvalRecordBlocks(given, today));
		if (evidenceId === undefined || covers === null || round === null) return { isApproved: false };

		const signatureId = await insertSignature(
			db,
			actor,
			{
				itemId: item.id,
				roundId: null,
				versionId: round.versionId,
				meaning: 'accepted-on-behalf',
				grant,
				statement: approvalStatement(item.code, actor.organisationAcronym, input),
				covers,
				coversSha256,
				authenticatedAt: input.authenticatedAt
			},
			now
		);
		const ids = { projectId: actor.projectId, itemId: item.id, evidenceId };
		await insertApprovalRows(db, actor, { ...ids, signatureId, reference, decidedOn, validUntilOn }, now);
		const body = actor.organisationAcronym;
		const details = { body, reference, decidedOn, validUntilOn, coversSha256 };
		const record = () => recordAudit(db, actor, 'entry:approve', auditedItem(item), now, details);
		if (renews) {
			await record();
			await moveItem(db, item, item.state, now);
			await settleEntry(db, actor, item.id, now);
			return { isApproved: true };
		}
		const waiting = stepFacts.approvals.filter(
			(one) => !one.approved && one.organisationId !== actor.organisationId
		);
		if (waiting.length > 0) await moveItem(db, item, item.state, now);
		else await moveEntry(db, actor, item, { state: step.state, how: 'step', note: '' }, now);
		await record();
		return { isApproved: waiting.length === 0 };
	});
}

interface NewApproval {
	projectId: string;
	itemId: string;
	evidenceId: string;
	signatureId: string;
	reference: string;
	decidedOn: string;
	validUntilOn: string | null;
}

async function insertApprovalRows(db: Db, actor: Actor, approval: NewApproval, now: Date): Promise<void> {
	const at = now.toISOString();
	const { projectId, itemId, evidenceId } = approval;
	await db
		.insertInto('institutionApproval')
		.values({ id: newId(), ...approval, organisationId: actor.organisationId, recordedAt: at })
		.execute();
	await db
		.insertInto('evidenceUse')
		.values({
			id: newId(),
			...{ projectId, itemId, evidenceId },
			purpose: 'support',
			versionId: null,
			meansId: null,
			requirement: 'institution-approval',
			usedBy: actor.personId,
			organisationId: actor.organisationId,
			usedAt: at,
			removedAt: null
		})
		.execute();
}
