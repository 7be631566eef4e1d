import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import type { Day } from '#lib/domain/days.ts';
import type { QualityPlan } from '#lib/domain/quality-plan.ts';
import { reviewerWeeks, type ReviewDuty } from '#lib/domain/reviewer-weeks.ts';
import {
	isReviewAhead,
	isReviewUndated,
	reviewDay,
	reviewerOutlook,
	type ReviewAhead
} from '#lib/domain/reviewers-ahead.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { kept, madeOf, type DataOf } from '#lib/server/kept-answers.ts';
import { seenPlan, type Plan } from './find-plan.ts';
import { findReviewerPool } from './find-reviewer-pool.ts';
import type { ItemParts } from './holder-of.ts';

interface Asked {
	plan: QualityPlan;
	today: Day;
}

/** For every deliverable whose review lies ahead: who may sign it; and which weeks ask too much of somebody. One query. */
export async function findReviewersAhead(db: Db, actor: Actor, data: DataOf, found: Plan, asked: Asked) {
	const pool = await findReviewerPoolOnce(db, data, asked.today);
	return { pool, ...seenAhead(found, actor, pool, asked) };
}

const findReviewerPoolOnce = kept(findReviewerPool);

type Pool = Awaited<ReturnType<typeof findReviewerPool>>;

/** All that lies ahead of a project, whoever asks. */
const aheadOfAll = madeOf(({ parts }: Plan, pool: Pool, { plan, today }: Asked) => {
	const deliverables = parts.filter(({ row }) => row.kind === 'deliverable').map(aheadOf);
	const ahead = deliverables.filter((item) => isReviewAhead(item, today));
	const duties = [...parts.flatMap((one) => runningDuties(one, today)), ...plannedDuties(ahead, plan, today)];
	const entries = pool.entryDuties.map(({ personId, kind, code, dueOn }) => ({
		personId,
		kind,
		code,
		on: dueOn === null || dueOn < today ? today : dueOn
	}));
	return {
		ahead: ahead
			.map((item) => ({ ahead: item, ...reviewerOutlook(item, pool, plan, today) }))
			.sort((a, b) => (a.ahead.dueOn ?? '9999').localeCompare(b.ahead.dueOn ?? '9999')),
		undatedIds: deliverables.filter(isReviewUndated).map(({ id }) => id),
		weeks: reviewerWeeks([...duties, ...entries], plan.reviewsPerWeek)
	};
}, 1);

/** What of it the actor may foresee. */
const seenAhead = madeOf((found: Plan, actor: Actor, pool: Pool, asked: Asked) => {
	const { ahead, undatedIds, weeks } = aheadOfAll(found, pool, asked);
	const { items } = seenPlan(found, actor, { today: asked.today, soonDays: asked.plan.atRiskDays });
	const mine = new Map(
		items.filter(({ subject }) => can(actor, 'reviewer:foresee', subject).ok).map((item) => [item.id, item])
	);
	const deliverables = ahead.flatMap((one) => {
		const item = mine.get(one.id);
		return item ? [{ item, ...one }] : [];
	});
	return {
		deliverables,
		/** Of each of them, whether there is somebody to sign it. */
		covers: new Map(deliverables.map(({ id, cover }) => [id, cover])),
		undated: undatedIds.filter((id) => mine.has(id)).length,
		weeks
	};
});

export type ReviewersAhead = Awaited<ReturnType<typeof findReviewersAhead>>;

function aheadOf({ row, contributions, assignments, round }: ItemParts): ReviewAhead {
	const [first] = round;
	return {
		id: row.id,
		code: row.code,
		state: row.state,
		dueOn: row.agreedOn ?? row.contractualOn,
		leadOrganisationId: row.leadOrganisationId,
		leadCountry: row.leadCountry,
		contributions,
		asked: signersOf(assignments),
		round: first ? { dueOn: first.dueOn, signedIds: signedIn(round) } : null
	};
}

function signersOf(assignments: ItemParts['assignments']) {
	return assignments
		.filter(({ kind }) => kind === 'signing')
		.map(({ personId, name, organisationId, acronym, country }) => ({
			personId,
			name,
			organisationId,
			acronym,
			country
		}));
}

function signedIn(round: ItemParts['round']): string[] {
	return round.flatMap(({ personId }) => (personId === null ? [] : [personId]));
}

/** Signatures that running reviews and claims still wait for. */
function runningDuties({ row, assignments, round }: ItemParts, today: Day): ReviewDuty[] {
	const [first] = round;
	if (!first) return [];
	const signed = signedIn(round);
	const on = first.dueOn === null || first.dueOn < today ? today : first.dueOn;
	return signersOf(assignments)
		.filter(({ personId }) => !signed.includes(personId))
		.map(({ personId }) => ({ personId, kind: row.kind, code: row.code, on }));
}

/** Reviews that nobody has opened yet, for those who are asked already. */
function plannedDuties(ahead: readonly ReviewAhead[], plan: QualityPlan, today: Day): ReviewDuty[] {
	return ahead
		.filter(({ round }) => round === null)
		.flatMap((item) =>
			item.asked.map(({ personId }) => ({
				personId,
				kind: 'deliverable' as const,
				code: item.code,
				on: reviewDay(item, plan, today)
			}))
		);
}
