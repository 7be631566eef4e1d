import type { Db } from '#db/schema.ts';
import { nextStep } from '#lib/domain/catalogue/algorithm.ts';
import { canonicalCovers, presentCovers } from '#lib/domain/catalogue/entry-covers.ts';
import { entryStatement, reviewMeaning } from '#lib/domain/catalogue/entry-review.ts';
import { placeBlocks, stepBlocks } from '#lib/domain/catalogue/step-blocks.ts';
import { canonicalReview } from '#lib/domain/covers.ts';
import type { Day } from '#lib/domain/days.ts';
import { DELIVERABLE_LIFE } from '#lib/domain/deliverable-states.ts';
import type { ReviewFacts } from '#lib/domain/deliverables.ts';
import { stateBlocks } from '#lib/domain/life-cycle.ts';
import type { Reason } from '#lib/domain/reasons.ts';
import type { SignatureMeaning } from '#lib/domain/reviews.ts';
import { reviewStatement } from '#lib/domain/statements.ts';
import { parseCovers } from '#lib/schemas/catalogue/entry-covers.ts';
import { findDeliverableFacts, type FoundDeliverable } from '#lib/server/queries/find-deliverable-facts.ts';
import { findEntryReview, type FoundEntryReview } from '#lib/server/queries/find-entry-review.ts';
import { withSteps } from '#lib/server/queries/find-entry-steps.ts';
import type { ItemFacts } from '#lib/server/queries/find-item-facts.ts';
import { findToday } from '#lib/server/queries/find-today.ts';

/** An item under review, of whatever kind: what its open round asks, covers and leads to. */
export interface Reviewed extends Pick<ItemFacts, 'item' | 'subject' | 'history' | 'assignments'> {
	kind: 'deliverable' | 'entry';
	facts: ReviewFacts;
	records: FoundEntryReview['records'];
	/** Why its own life cycle does not let the reviewers act now. */
	signBlocks: readonly Reason[];
	changeBlocks: readonly Reason[];
	/** Canonical text of what a signature would cover at this moment. */
	present: string;
	meaning: SignatureMeaning;
	statement: string;
	/** The states that a quorum and a request for changes lead to. */
	leadsTo: { quorum: string; changes: string };
}

export async function findReviewed(
	db: Db,
	projectId: string,
	itemId: string,
	now: Date
): Promise<Reviewed | undefined> {
	const item = await db
		.selectFrom('item')
		.select('kind')
		.where('id', '=', itemId)
		.where('projectId', '=', projectId)
		.executeTakeFirst();
	if (item?.kind === 'entry') {
		const entry = await findEntryReview(db, projectId, { id: itemId });
		return entry && reviewedEntry(db, entry, await findToday(db, projectId, now));
	}
	const deliverable = await findDeliverableFacts(db, projectId, { id: itemId });
	return deliverable && reviewedDeliverable(deliverable);
}

function reviewedDeliverable(found: FoundDeliverable): Reviewed {
	const { item, subject, history, assignments, facts, records } = found;
	const round = records.rounds.find((one) => one.closedAt === null);
	const version = facts.versions.find((one) => one.id === round?.versionId);
	const checklist = {
		code: round?.checklistCode ?? '',
		version: round?.checklistNumber ?? 0,
		sha256: round?.checklistSha256 ?? ''
	};
	return {
		kind: 'deliverable',
		...{ item, subject, history, assignments, facts, records },
		signBlocks: stateBlocks(DELIVERABLE_LIFE, facts.state, 'reach-quorum'),
		changeBlocks: stateBlocks(DELIVERABLE_LIFE, facts.state, 'request-changes'),
		present: canonicalReview({ files: version?.files ?? [], checklist }),
		meaning: 'reviewed',
		statement: reviewStatement(item.code, version?.number ?? 0, checklist.code, checklist.version),
		leadsTo: {
			quorum: DELIVERABLE_LIFE['reach-quorum'].to,
			changes: DELIVERABLE_LIFE['request-changes'].to
		}
	};
}

async function reviewedEntry(db: Db, found: FoundEntryReview, today: Day): Promise<Reviewed> {
	const { item, subject, history, assignments, review, records } = found;
	const base = { kind: 'entry', item, subject, history, assignments, facts: review, records } as const;
	const round = records.rounds.find((one) => one.closedAt === null);
	if (!round) return { ...base, ...NO_ROUND };
	const covers = parseCovers(round.covers);
	const { algorithm, stepFacts } = await withSteps(db, found, today);
	const step = algorithm.steps.find((one) => one.state === covers.step);
	const next = nextStep(algorithm, item.state)?.title ?? null;
	const gone = [{ code: 'not-the-next-step', title: covers.step, next } as const];
	const meaning = reviewMeaning(algorithm, covers.step);
	return {
		...base,
		signBlocks: step ? stepBlocks(algorithm, stepFacts, step) : gone,
		changeBlocks: step ? placeBlocks(algorithm, stepFacts, step) : gone,
		present: canonicalCovers(presentCovers(covers, found.facts)),
		meaning,
		statement: entryStatement(item.code, meaning, covers),
		leadsTo: { quorum: covers.step, changes: algorithm.returnTo }
	};
}

/** What the rules of a review refuse anyhow. */
const NO_ROUND = {
	signBlocks: [],
	changeBlocks: [],
	present: '',
	meaning: 'reviewed',
	statement: '',
	leadsTo: { quorum: '', changes: '' }
} as const;
