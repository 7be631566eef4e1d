import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { addWorkingDays } from '#lib/domain/days.ts';
import { DELIVERABLE_LIFE } from '#lib/domain/deliverable-states.ts';
import { latestRound, latestVersion } from '#lib/domain/deliverables.ts';
import { reviewPath } from '#lib/domain/item-path.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import { openReviewBlocks } from '#lib/domain/review-guards.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { OpenReview } from '#lib/schemas/deliverables.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { findChecklist } from '#lib/server/queries/find-checklist.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { freezeVersion } from './freeze-version.ts';
import { insertRound, reviewCovers } from './insert-round.ts';
import { moveItem } from './move-item.ts';
import { mailedItem, queueMail } from './queue-mail.ts';
import { takeDeliverable } from './take-deliverable.ts';

/** Requests the review: freezes the version, pins the checklist and the quorum, and sets the day by which to sign. */
export function openReview(db: Db, actor: Actor, input: OpenReview, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { item, facts, subject, assignments } = await takeDeliverable(db, actor, input.itemId);
		assertCan(actor, 'deliverable:request-review', subject);
		const { plan } = await findQualityPlan(db, actor.projectId);
		const checklist = await findChecklist(db, actor.projectId);
		const version = latestVersion(facts);
		assertNone(openReviewBlocks(facts, plan, checklist !== undefined));
		if (!version || !checklist) return;

		const today = await findToday(db, actor.projectId, now);
		const signing = assignments.filter((one) => one.kind === 'signing');
		const holidays = new Set(signing.flatMap((one) => plan.holidays[one.country] ?? []));
		const dueOn = addWorkingDays(today, plan.reviewWorkingDays, holidays);
		const digest = await freezeVersion(db, version, now);
		const round = {
			itemId: item.id,
			number: (latestRound(facts)?.number ?? 0) + 1,
			quorum: plan.reviewQuorum,
			abroad: plan.reviewersAbroad,
			note: input.note,
			dueOn
		};
		const covers = reviewCovers(version, checklist);
		const { coversSha256 } = await insertRound(db, actor, round, { version, checklist, covers }, now);
		await moveItem(db, item, DELIVERABLE_LIFE['open-review'].to, now);
		await queueMail(
			db,
			{
				projectId: actor.projectId,
				kind: 'review-requested',
				to: signing.map((one) => one.personId),
				subject: `${item.code}: please review version ${version.number} by ${dueOn}`,
				body: `You are assigned as a reviewer of ${item.code} “${item.title}”. Round ${round.number} is open until ${dueOn}.`,
				because: 'reviewer',
				about: mailedItem(item),
				path: reviewPath(item)
			},
			now
		);
		await recordAudit(db, actor, 'deliverable:request-review', auditedItem(item), now, {
			round: round.number,
			version: version.number,
			digest,
			coversSha256,
			dueOn
		});
	});
}
