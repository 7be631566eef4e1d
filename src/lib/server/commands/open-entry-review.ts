import type { Db } from '#db/schema.ts';
import { assertCan, can } from '#lib/domain/can.ts';
import { nextStep } from '#lib/domain/catalogue/algorithm.ts';
import { canonicalCovers, entryCovers } from '#lib/domain/catalogue/entry-covers.ts';
import { openEntryReviewBlocks, profilesUpTo } from '#lib/domain/catalogue/entry-review.ts';
import { actorBlocks, placeBlocks, requirementBlocks } from '#lib/domain/catalogue/step-blocks.ts';
import { addWorkingDays } from '#lib/domain/days.ts';
import { reviewPath } from '#lib/domain/item-path.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { OpenReview } from '#lib/schemas/deliverables.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { findChecklist } from '#lib/server/queries/find-checklist.ts';
import { findEntryReview } from '#lib/server/queries/find-entry-review.ts';
import { withSteps } from '#lib/server/queries/find-entry-steps.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { listPinnedCriteria } from '#lib/server/queries/list-pinned-criteria.ts';
import { freezeEntry } from './freeze-entry.ts';
import { insertRound } from './insert-round.ts';
import { lockItem } from './lock-item.ts';
import { moveItem } from './move-item.ts';
import { mailedItem, queueMail } from './queue-mail.ts';

/**
 * Requests the review of an entry whose next step reviewers sign: freezes the content, pins the criteria, the checklist
 * and the algorithm, and sets the day by which to sign. The entry moves with the quorum only.
 */
export function openEntryReview(db: Db, actor: Actor, input: OpenReview, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		await lockItem(db, actor.projectId, input.itemId);
		const found = await findEntryReview(db, actor.projectId, { id: input.itemId });
		if (!found || !can(actor, 'entry:read', found.subject).ok) throw new NotFound();
		const { item, review, assignments } = found;
		assertCan(actor, 'entry:request-review', found.subject);
		const today = await findToday(db, actor.projectId, now);
		const { algorithm, version, stepFacts } = await withSteps(db, found, today);
		const [first] = algorithm.steps;
		const step = nextStep(algorithm, item.state) ?? first;
		if (!step) return;
		const checklist = await findChecklist(db, actor.projectId, 'entry');
		const blocks = [...placeBlocks(algorithm, stepFacts, step), ...actorBlocks(step, 'reviewer')];
		assertNone(blocks);
		assertNone([
			...requirementBlocks(algorithm, stepFacts, step),
			...openEntryReviewBlocks(review, step, checklist !== undefined)
		]);
		if (!checklist) return;

		const { plan } = await findQualityPlan(db, actor.projectId);
		const signing = assignments.filter((one) => one.kind === 'signing');
		const holidays = new Set(signing.flatMap((one) => plan.holidays[one.country] ?? []));
		const dueOn = addWorkingDays(today, plan.reviewWorkingDays, holidays);
		const frozen = await freezeEntry(db, actor, found, now);
		const number = (review.rounds.at(-1)?.number ?? 0) + 1;
		const covers = canonicalCovers(
			entryCovers(found.facts, algorithm.protectedElements, {
				step: step.state,
				round: number,
				algorithm: version.number,
				criteria: await listPinnedCriteria(db, actor.projectId, profilesUpTo(algorithm, step.state), today),
				checklist: { code: checklist.code, version: checklist.number, sha256: checklist.sha256 },
				contentSha256: frozen.digest
			})
		);
		const round = {
			itemId: item.id,
			number,
			quorum: step.signatures ?? 1,
			abroad: 0,
			note: input.note,
			dueOn
		};
		const pinned = { version: frozen, checklist, covers };
		const { coversSha256 } = await insertRound(db, actor, round, pinned, now);
		await moveItem(db, item, item.state, now);
		await queueMail(
			db,
			{
				projectId: actor.projectId,
				kind: 'review-requested',
				to: signing.map((one) => one.personId),
				subject: `${item.code}: please review it by ${dueOn}`,
				body: `You are assigned as a reviewer of ${item.code} “${item.title}”. Round ${number} is open until ${dueOn}.`,
				because: 'reviewer',
				about: mailedItem(item),
				path: reviewPath(item)
			},
			now
		);
		const details = { round: number, step: step.state, digest: frozen.digest, coversSha256, dueOn };
		await recordAudit(db, actor, 'entry:request-review', auditedItem(item), now, details);
	});
}
