import type { Db } from '#db/schema.ts';
import type { Day } from '#lib/domain/days.ts';
import { answersForCatalogue, cataloguePart, homeSections, type HomeSection } from '#lib/domain/home.ts';
import { can, mayAlways, mayEver } from '#lib/domain/can.ts';
import { homeActions } from '#lib/domain/meetings/home-actions.ts';
import { homeMeetings } from '#lib/domain/meetings/home-meetings.ts';
import type { ListedItem } from '#lib/domain/listed-item.ts';
import { datedPeriods, openPeriod } from '#lib/domain/payment-facts.ts';
import type { Cover } from '#lib/domain/reviewers-ahead.ts';
import { hasRole, type Actor } from '#lib/domain/roles.ts';
import { homeRisks } from '#lib/domain/risks/home-risks.ts';
import type { ListedRisk } from '#lib/domain/risks/register.ts';
import { newSince } from '#lib/domain/visits.ts';
import { findFrame, type Frame } from './find-frame.ts';
import { findReviewersAhead, type ReviewersAhead } from './find-reviewers-ahead.ts';
import { findHomeOwed } from './find-home-owed.ts';
import {
	askedCountOf,
	handsOf,
	homePlan,
	judgedPackagesOf,
	listOwnChangesOnce,
	partnerRowsOf
} from './find-home-plan.ts';
import { findHomeReviews } from './find-home-reviews.ts';
import { findHomeWaiting } from './find-home-waiting.ts';
import { findPlan, seenPlan, type JudgedOn, type Plan } from './find-plan.ts';
import { findTargetSummary } from './find-target-summary.ts';
import { listActions } from './list-actions.ts';
import { findReportMatrix, silentIdsOf } from './progress/find-report-matrix.ts';
import { homeCheckIns } from './progress/home-check-ins.ts';
import { listIndicators } from './list-indicators.ts';
import { countOpinions } from './list-opinions.ts';
import { listPublishedTags } from './list-published-tags.ts';
import { listReadyPackages } from './list-ready-packages.ts';
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

interface Judged {
	on: JudgedOn;
	project: Project;
	risks: readonly ListedRisk[];
	silentIds: readonly string[];
}

/** The first page of a member, by role: only what their sections show. */
export async function findHome(db: Db, actor: Actor, { today, timeZone, now, project, dataVersion }: Asked) {
	const data = { projectId: actor.projectId, dataVersion };
	const sections = homeSections(actor);
	const frame = await findFrame(db, actor.projectId, actor.personId);
	const { plan } = frame;
	const since = newSince(frame.visit, now);
	const found = await findPlan(db, data);
	const { contributions } = found;
	const on = { today, soonDays: plan.atRiskDays };
	const { items } = seenPlan(found, actor, on);
	const ofPlan = homePlan(found, actor, { plan, today });
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
	const rows = partnerRowsOf(
		found,
		actor,
		on,
		organisations.map((one) => one.id)
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
	const ahead = needsPool ? await findReviewersAhead(db, actor, data, found, { plan, today }) : null;
	const keeper = workPackages.find(({ number }) => number === catalogue?.summary?.workPackage);
	return {
		sections,
		waiting,
		counts: ofPlan.counts,
		reviews,
		partners: organisations.flatMap((organisation) => {
			const row = rows.find((one) => one.organisationId === organisation.id);
			return row ? [{ ...row, ...organisation }] : [];
		}),
		granted: sections.includes('granted') ? ofPlan.granted : [],
		opinions: sections.includes('granted') ? await countOpinions(db, actor.projectId, actor.personId) : null,
		indicators: sections.includes('indicators')
			? (await listIndicators(db, actor, today)).filter(({ closedAt }) => closedAt === null)
			: [],
		seesAllIndicators: mayAlways(actor, 'indicator:read'),
		results: sections.includes('results') ? ofPlan.results : [],
		packages: packagesOf(found, actor, workPackages, frame, {
			...{ on, project, risks: register?.risks ?? [] },
			silentIds: reports ? [...silentIdsOf(reports, today)] : []
		}),
		risks: register && sections.includes('risks') ? homeRisks(register) : null,
		checkIns: reports && homeCheckIns(reports, actor, countries, today),
		catalogue:
			catalogue && answersForCatalogue(actor, keeper?.id)
				? { ...catalogue, mayChange: can(actor, 'target:set', {}).ok }
				: null,
		work: sections.includes('work')
			? led(actor, workPackages).map(({ id, number }) => ({ number, hands: handsOf(found, actor, on, id) }))
			: [],
		/** Whether there is somebody to sign what lies ahead, by deliverable. */
		covers: ahead?.covers ?? new Map<string, Cover>(),
		reviewers: !sections.includes('reviewers')
			? null
			: ahead
				? reviewersCount(ahead, mayAlways(actor, 'reviewer:foresee'))
				: askedCountOf(found, actor, { plan, today }),
		published: sections.includes('published') ? await listPublishedTags(db, actor.projectId) : null,
		changes:
			sections.includes('changes') && ofPlan.own > 0
				? await listOwnChangesOnce(db, data, actor, { plan, today }, { since, limit: 8 })
				: null,
		since,
		visit: frame.visit,
		news: sections.includes('news') ? newsOf(ofPlan.newest, since) : [],
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

/** Work packages against the reporting period that runs. */
function packagesOf(
	found: Plan,
	actor: Actor,
	workPackages: Awaited<ReturnType<typeof listReadyPackages>>,
	{ reportingPeriods }: Frame,
	{ on, project, risks, silentIds }: Judged
) {
	const period = openPeriod(datedPeriods(reportingPeriods, project), on.today);
	if (!period) return [];
	const judged = judgedPackagesOf(
		found,
		actor,
		on,
		workPackages.map(({ id, number, endMonth }) => ({ id, number, endMonth })),
		{
			...{ startOn: project.startOn, period, silentIds },
			risks: risks.map(({ number, state, hasStatement, workPackages: of }) => ({
				...{ number, state, hasStatement, workPackages: of }
			}))
		}
	);
	return workPackages.flatMap(({ id, number, title, lead, leadCountry }) => {
		const own = judged.get(id);
		return own ? [{ number, title, lead, leadCountry, period: period.number, ...own }] : [];
	});
}

/** What became public or final since the last visit, without saying who did it. */
function newsOf(newest: readonly ListedItem[], since: string | null) {
	return newest
		.filter(({ stateSinceAt }) => since === null || stateSinceAt > since)
		.slice(0, 8)
		.map(({ id, kind, code, title, state, stateSinceAt: at }) => ({ id, kind, code, title, state, at }));
}
