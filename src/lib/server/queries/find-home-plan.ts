import type { Db } from '#db/schema.ts';
import { can, type Subject } from '#lib/domain/can.ts';
import type { Day } from '#lib/domain/days.ts';
import { computeHealth } from '#lib/domain/health-rules.ts';
import { START_DAYS } from '#lib/domain/holder.ts';
import { homeCounts } from '#lib/domain/home-counts.ts';
import { workByHolder } from '#lib/domain/home-work.ts';
import { concerns, partnerRows } from '#lib/domain/home.ts';
import type { DatedPeriod } from '#lib/domain/payment-facts.ts';
import type { PeriodRisk } from '#lib/domain/payment-readiness.ts';
import type { QualityPlan } from '#lib/domain/quality-plan.ts';
import { isReviewAhead, isReviewUndated } from '#lib/domain/reviewers-ahead.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { keptOf, madeOf, type DataOf } from '#lib/server/kept-answers.ts';
import { judgeIn } from './find-payment-page.ts';
import { findPlan, seenPlan, type JudgedOn, type Plan } from './find-plan.ts';
import type { ItemParts } from './holder-of.ts';
import { listRecentChanges } from './list-recent-changes.ts';

interface Rules {
	plan: QualityPlan;
	today: Day;
}

const onDayOf = ({ plan, today }: Rules): JudgedOn => ({ today, soonDays: plan.atRiskDays });

/** What the first page says of the items that this person answers for, and of those that were opened to everybody or to them. */
export const homePlan = madeOf((found: Plan, actor: Actor, rules: Rules) => {
	const { items } = seenPlan(found, actor, onDayOf(rules));
	const own = items.filter((item) => concerns(actor, item));
	const results = items.filter(({ subject }) => subject.isPublic === true);
	return {
		own: own.length,
		counts: homeCounts(own, rules),
		granted: items.filter(({ subject, dates }) => isOpened(actor, subject) && dates.state !== 'ended'),
		results,
		newest: results.toSorted((a, b) => b.stateSinceAt.localeCompare(a.stateSinceAt))
	};
});

/** Whether an evaluator sees it beyond what everybody sees. */
function isOpened(actor: Actor, subject: Subject): boolean {
	return subject.isPublic !== true && can(actor, 'deliverable:read', subject).ok;
}

interface Changes {
	since: string | null;
	limit: number;
}

/** The newest changes of what this person answers for. */
export const listOwnChangesOnce = keptOf(
	async (db: Db, data: DataOf, actor: Actor, rules: Rules, asked: Changes) => {
		const { items } = seenPlan(await findPlan(db, data), actor, onDayOf(rules));
		const ids = items.filter((item) => concerns(actor, item)).map(({ id }) => id);
		return listRecentChanges(db, actor.projectId, ids, { ...asked, personId: actor.personId });
	}
);

/** Open items of a work package by who holds them. */
export const handsOf = madeOf((found: Plan, actor: Actor, on: JudgedOn, workPackageId: string) =>
	workByHolder(seenPlan(found, actor, on).byPackage.get(workPackageId) ?? [], workPackageId)
);

export const partnerRowsOf = madeOf(
	(found: Plan, actor: Actor, on: JudgedOn, organisationIds: readonly string[]) =>
		partnerRows(seenPlan(found, actor, on).items, organisationIds, on.today, START_DAYS)
);

interface Package {
	id: string;
	number: number;
	endMonth: number | null;
}

interface Judged {
	startOn: Day;
	period: DatedPeriod;
	risks: readonly (PeriodRisk & { workPackages: readonly number[] })[];
	silentIds: readonly string[];
}

/** Health and readiness of work packages by their ids; judgements of people stand on their own page. */
export const judgedPackagesOf = madeOf(
	(found: Plan, actor: Actor, on: JudgedOn, packages: readonly Package[], judged: Judged) => {
		const { startOn, period, risks, silentIds } = judged;
		const { items, byPackage } = seenPlan(found, actor, on);
		const given = { project: { startOn }, today: on.today, period, risks };
		const judge = judgeIn(items, { ...given, silentIds: new Set(silentIds) });
		return new Map(
			packages.map((one) => {
				const { verdict, blocking } = judge(one, null);
				const { health } = computeHealth(byPackage.get(one.id) ?? [], on.today, on.soonDays);
				return [one.id, { health, readiness: { verdict, blocking } }];
			})
		);
	}
);

/** Reviews that lie ahead, and how many of them have fewer people asked than sign; who may sign stands on their page. */
export const askedCountOf = madeOf((found: Plan, actor: Actor, { plan, today }: Rules) => {
	const { items } = seenPlan(found, actor, onDayOf({ plan, today }));
	const mine = new Set(
		items.filter(({ subject }) => can(actor, 'reviewer:foresee', subject).ok).map(({ id }) => id)
	);
	const deliverables = found.parts.filter(({ row }) => row.kind === 'deliverable' && mine.has(row.id));
	const reviewOf = ({ row }: ItemParts) => ({ state: row.state, dueOn: row.agreedOn ?? row.contractualOn });
	const ahead = deliverables.filter((one) => isReviewAhead(reviewOf(one), today));
	const few = ahead.filter(
		({ assignments }) => assignments.filter(({ kind }) => kind === 'signing').length < plan.reviewQuorum
	);
	const undated = deliverables.filter((one) => isReviewUndated(reviewOf(one))).length;
	return { of: ahead.length, toAssign: few.length, undated, nobody: null, tooMany: null };
});
