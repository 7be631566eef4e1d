import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';
import {
	answersForCatalogue,
	cataloguePart,
	concerns,
	homeSections,
	type HomeSection,
	partnerRows
} from '#lib/domain/home.ts';
import { START_DAYS } from '#lib/domain/holder.ts';
import { homeCounts } from '#lib/domain/home-counts.ts';
import { workByHolder } from '#lib/domain/home-work.ts';
import { can, mayAlways, mayEver, type Subject } from '#lib/domain/can.ts';
import { isReviewAhead, isReviewUndated } from '#lib/domain/reviewers-ahead.ts';
import { computeHealth } from '#lib/domain/health-rules.ts';
import { homeActions } from '#lib/domain/meetings/home-actions.ts';
import { homeMeetings } from '#lib/domain/meetings/home-meetings.ts';
import type { ListedItem } from '#lib/domain/listed-item.ts';
import { datedPeriods, openPeriod } from '#lib/domain/payment-facts.ts';
import { hasRole, type Actor } from '#lib/domain/roles.ts';
import { homeRisks } from '#lib/domain/risks/home-risks.ts';
import type { ListedRisk } from '#lib/domain/risks/register.ts';
import { newSince } from '#lib/domain/visits.ts';
import { findFrame, type Frame } from './find-frame.ts';
import { findReviewersAhead, type ReviewersAhead } from './find-reviewers-ahead.ts';
import { findHomeOwed } from './find-home-owed.ts';
import { findHomeReviews } from './find-home-reviews.ts';
import { findHomeWaiting } from './find-home-waiting.ts';
import { findPlan } from './find-plan.ts';
import { findTargetSummary } from './find-target-summary.ts';
import { listActions } from './list-actions.ts';
import { listedItems, type ListContext } from './list-items.ts';
import type { ItemParts } from './holder-of.ts';
import { judgeIn } from './find-payment-page.ts';
import { findReportMatrix, silentIdsOf } from './progress/find-report-matrix.ts';
import { homeCheckIns } from './progress/home-check-ins.ts';
import { listIndicators } from './list-indicators.ts';
import { countOpinions } from './list-opinions.ts';
import { listPublishedTags } from './list-published-tags.ts';
import { listReadyPackages } from './list-ready-packages.ts';
import { listRecentChanges } from './list-recent-changes.ts';
import { listRiskRegister } from './list-risk-register.ts';

type Project = { id: string; startOn: Day; durationMonths: number };

interface Asked {
	today: Day;
	timeZone: string;
	now: Date;
	project: Project;
	/** Of the data, where it is known. */
	dataVersion?: string | undefined;
}

/** Sections that speak of who reported. */
const NEED_REPORTS: readonly HomeSection[] = ['check-in', 'matrix', 'packages'];

/** Sections that speak of risks. */
const NEED_RISKS: readonly HomeSection[] = ['risks', 'packages'];

interface Judged extends ListContext {
	project: Project;
	risks: readonly ListedRisk[];
	silentIds: ReadonlySet<string>;
}

/** The first page of a member, by role: only what their sections show. */
export async function findHome(db: Db, actor: Actor, { today, timeZone, now, project, dataVersion }: Asked) {
	const data = { projectId: actor.projectId, dataVersion };
	const sections = homeSections(actor);
	const frame = await findFrame(db, actor.projectId, actor.personId);
	const { plan } = frame;
	const since = newSince(frame.visit, now);
	const { parts, contributions } = await findPlan(db, data, null);
	const items = listedItems(parts, actor, { today, soonDays: plan.atRiskDays });
	const own = items.filter((item) => concerns(actor, item));
	const asked = { sections, contributions, data, algorithm: frame.algorithm };
	const reviews = await findHomeReviews(db, actor, asked);

	const reports = sections.some((section) => NEED_REPORTS.includes(section))
		? await findReportMatrix(db, actor.projectId, { plan, today, timeZone })
		: null;
	const countries = actor.grants.flatMap((grant) =>
		grant.role === 'national-coordinator' && grant.scopeId !== null ? [grant.scopeId] : []
	);
	const organisations = sections.includes('partners')
		? (reports?.organisations.filter(({ country }) => countries.includes(country)) ?? [])
		: [];
	const rows = partnerRows(
		items,
		organisations.map((one) => one.id),
		today,
		START_DAYS
	);
	const workPackages = sections.includes('packages') ? await listReadyPackages(db, actor.projectId) : [];
	const register = sections.some((section) => NEED_RISKS.includes(section))
		? await listRiskRegister(db, actor.projectId, frame, { startOn: project.startOn, today, timeZone })
		: null;
	const part = sections.includes('catalogue') ? cataloguePart(actor) : null;
	const catalogue = part && {
		part,
		summary: await findTargetSummary(db, data, part, { today, timeZone, frame })
	};
	const listed = sections.includes('actions')
		? await listActions(db, actor, { plan, today, timeZone })
		: null;
	const { lapsed, meetingDays, ...waiting } = await findHomeWaiting(db, actor, {
		...{ sections, items, contributions, own: reviews.own },
		...{ frame, reports, actions: listed ?? [], today }
	});
	const needsPool = sections.includes('work') || mayEver(actor, 'reviewer:assign');
	const ahead = needsPool ? await findReviewersAhead(db, actor, { parts, items, plan, today }) : null;
	const keeper = workPackages.find(({ number }) => number === catalogue?.summary?.workPackage);
	return {
		sections,
		waiting,
		counts: homeCounts(own, { plan, today }),
		reviews,
		partners: organisations.flatMap((organisation) => {
			const row = rows.find((one) => one.organisationId === organisation.id);
			return row ? [{ ...row, ...organisation }] : [];
		}),
		granted: sections.includes('granted')
			? items.filter(({ subject, dates }) => isOpened(actor, subject) && dates.state !== 'ended')
			: [],
		opinions: sections.includes('granted') ? await countOpinions(db, actor.projectId, actor.personId) : null,
		indicators: sections.includes('indicators')
			? (await listIndicators(db, actor, today)).filter(({ closedAt }) => closedAt === null)
			: [],
		seesAllIndicators: mayAlways(actor, 'indicator:read'),
		results: sections.includes('results') ? items.filter((item) => item.subject.isPublic === true) : [],
		packages: packagesOf(workPackages, items, frame, {
			today,
			soonDays: plan.atRiskDays,
			project,
			risks: register?.risks ?? [],
			silentIds: reports ? silentIdsOf(reports, today) : new Set()
		}),
		risks: register && sections.includes('risks') ? homeRisks(register) : null,
		checkIns: reports && homeCheckIns(reports, actor, countries, today),
		catalogue:
			catalogue && answersForCatalogue(actor, keeper?.id)
				? { ...catalogue, mayChange: can(actor, 'target:set', {}).ok }
				: null,
		work: sections.includes('work')
			? led(actor, workPackages).map(({ id, number }) => ({ number, hands: workByHolder(items, id) }))
			: [],
		/** Whether there is somebody to sign what lies ahead, by deliverable. */
		covers: new Map(ahead?.deliverables.map(({ item, cover }) => [item.id, cover])),
		reviewers: !sections.includes('reviewers')
			? null
			: ahead
				? reviewersCount(ahead, mayAlways(actor, 'reviewer:foresee'))
				: askedCount(actor, parts, items, { quorum: plan.reviewQuorum, today }),
		published: sections.includes('published') ? await listPublishedTags(db, actor.projectId) : null,
		changes:
			sections.includes('changes') && own.length > 0
				? await listRecentChanges(
						db,
						actor.projectId,
						own.map((item) => item.id),
						{ since, personId: actor.personId, limit: 8 }
					)
				: null,
		since,
		visit: frame.visit,
		news: sections.includes('news') ? newsOf(items, since) : [],
		owed: sections.includes('owed')
			? await findHomeOwed(db, actor, data, frame, today, catalogue?.summary?.dueTargets)
			: null,
		lapsed,
		/** Countries whose visits this actor prepares. */
		packs: sections.includes('pack') ? countries : [],
		actions: listed && homeActions(listed, actor),
		meetings:
			sections.includes('meetings') && !hasRole(actor, 'coordinator')
				? homeMeetings(meetingDays, { today, zone: timeZone })
				: null,
		/** For the coordinator, who approves them. */
		circulating: hasRole(actor, 'coordinator') ? frame.circulating : null
	};
}

/** The work packages that the actor leads. */
function led<Package extends { id: string }>(actor: Actor, packages: readonly Package[]): Package[] {
	const ids = actor.grants.flatMap(({ role, scopeId }) => (role === 'wp-leader' ? [scopeId] : []));
	return packages.filter(({ id }) => ids.includes(id));
}

/** Reviews that lie ahead, and how many of them have fewer people asked than sign; who may sign stands on their page. */
function askedCount(
	actor: Actor,
	parts: readonly ItemParts[],
	items: readonly ListedItem[],
	{ quorum, today }: { quorum: number; today: Day }
) {
	const mine = new Set(
		items.filter(({ subject }) => can(actor, 'reviewer:foresee', subject).ok).map(({ id }) => id)
	);
	const deliverables = parts.filter(({ row }) => row.kind === 'deliverable' && mine.has(row.id));
	const reviewOf = ({ row }: ItemParts) => ({ state: row.state, dueOn: row.agreedOn ?? row.contractualOn });
	const ahead = deliverables.filter((one) => isReviewAhead(reviewOf(one), today));
	const few = ahead.filter(
		({ assignments }) => assignments.filter(({ kind }) => kind === 'signing').length < quorum
	);
	const undated = deliverables.filter((one) => isReviewUndated(reviewOf(one))).length;
	return { of: ahead.length, toAssign: few.length, undated, nobody: null, tooMany: null };
}

/** Reviews that lie ahead, and how many of them have too few reviewers or nobody at all. */
function reviewersCount({ deliverables, undated, weeks }: ReviewersAhead, seesLoad: boolean) {
	return {
		of: deliverables.length,
		undated,
		toAssign: deliverables.filter(({ cover }) => cover === 'to-assign').length,
		nobody: deliverables.filter(({ cover }) => cover === 'nobody').length,
		tooMany: seesLoad ? weeks.filter(({ tooMany }) => tooMany).length : null
	};
}

/** Work packages against the reporting period that runs; judgements of people stand on their own page. */
function packagesOf(
	workPackages: Awaited<ReturnType<typeof listReadyPackages>>,
	items: readonly ListedItem[],
	{ reportingPeriods }: Frame,
	{ today, soonDays, project, risks, silentIds }: Judged
) {
	const period = openPeriod(datedPeriods(reportingPeriods, project), today);
	if (!period) return [];
	const judge = judgeIn(items, { project, today, period, silentIds, risks });
	return workPackages.map((one) => {
		const { id, number, title, lead, leadCountry } = one;
		const own = items.filter((item) => item.subject.workPackageIds?.includes(id));
		const { verdict, blocking } = judge(one, null);
		return {
			number,
			title,
			lead,
			leadCountry,
			period: period.number,
			health: computeHealth(own, today, soonDays).health,
			readiness: { verdict, blocking }
		};
	});
}

/** Whether an evaluator sees it beyond what everybody sees. */
function isOpened(actor: Actor, subject: Subject): boolean {
	return subject.isPublic !== true && can(actor, 'deliverable:read', subject).ok;
}

/** What became public or final since the last visit, without saying who did it. */
function newsOf(items: readonly ListedItem[], since: string | null) {
	return items
		.filter(
			({ subject, stateSinceAt }) => subject.isPublic === true && (since === null || stateSinceAt > since)
		)
		.sort((a, b) => b.stateSinceAt.localeCompare(a.stateSinceAt))
		.slice(0, 8)
		.map(({ id, kind, code, title, state, stateSinceAt: at }) => ({ id, kind, code, title, state, at }));
}
