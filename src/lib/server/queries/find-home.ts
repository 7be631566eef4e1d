import type { Db } from '#db/schema.ts';
import { latestSafeDraft } from '#lib/domain/backward-plan.ts';
import type { Day } from '#lib/domain/days.ts';
import {
	answersForCatalogue,
	ballOf,
	cataloguePart,
	concerns,
	dueWithin,
	homeSections,
	lateOf,
	partnerRows
} from '#lib/domain/home.ts';
import { computeHealth } from '#lib/domain/health-rules.ts';
import { homeActions } from '#lib/domain/meetings/home-actions.ts';
import { homeMeetings } from '#lib/domain/meetings/home-meetings.ts';
import type { ListedItem } from '#lib/domain/listed-item.ts';
import { readiness } from '#lib/domain/readiness.ts';
import { hasRole, type Actor } from '#lib/domain/roles.ts';
import { findFrame } from './find-frame.ts';
import { findReviewersAhead, type ReviewersAhead } from './find-reviewers-ahead.ts';
import { findHomeOwed } from './find-home-owed.ts';
import { findTargetSummary } from './find-target-summary.ts';
import { listActions } from './list-actions.ts';
import { listedItems, readItemParts, type ListContext } from './list-items.ts';
import { listHomeMeetings } from './list-home-meetings.ts';
import { listOrganisationsOf } from './list-organisations-of.ts';
import { listPublishedTags } from './list-published-tags.ts';
import { listReadyPackages } from './list-ready-packages.ts';
import { listRecentChanges } from './list-recent-changes.ts';

/** Days that the first page looks ahead. */
const HORIZON_DAYS = 60;
/** Days before its due day from which a planned item waits for its holder. */
const START_DAYS = 120;

interface Asked {
	today: Day;
	timeZone: string;
	/** Of the data, where it is known. */
	dataVersion?: string | undefined;
}

/** The first page of a member, by role: only what their sections show. */
export async function findHome(db: Db, actor: Actor, { today, timeZone, dataVersion }: Asked) {
	const data = { projectId: actor.projectId, dataVersion };
	const sections = homeSections(actor);
	const frame = await findFrame(db, actor.projectId);
	const { plan } = frame;
	const parts = await readItemParts(db, actor.projectId);
	const items = listedItems(parts, actor, { today, soonDays: plan.atRiskDays });
	const own = items.filter((item) => concerns(actor, item));
	const open = own.filter((item) => item.dates.doneOn === null && item.dates.state !== 'ended');

	const countries = actor.grants.flatMap((grant) =>
		grant.role === 'national-coordinator' && grant.scopeId !== null ? [grant.scopeId] : []
	);
	const organisations = sections.includes('partners')
		? await listOrganisationsOf(db, actor.projectId, countries)
		: [];
	const rows = partnerRows(
		items,
		organisations.map((one) => one.id),
		today,
		START_DAYS
	);
	const workPackages = sections.includes('packages') ? await listReadyPackages(db, actor.projectId) : [];
	const part = sections.includes('catalogue') ? cataloguePart(actor) : null;
	const catalogue = part && {
		part,
		summary: await findTargetSummary(db, data, part, { today, timeZone, frame })
	};
	const keeper = workPackages.find(({ number }) => number === catalogue?.summary?.workPackage);
	const deliverables = own.filter((item) => item.kind === 'deliverable' && item.dates.state !== 'ended');
	return {
		sections,
		openCount: open.length,
		accepted: {
			count: deliverables.filter((item) => item.state === 'accepted').length,
			of: deliverables.length
		},
		paymentAtRisk: open.filter(
			(item) => item.paymentRelevant === 1 && (item.dates.state === 'late' || item.dates.forecastLateDays > 0)
		),
		paymentRelevant: own.filter((item) => item.paymentRelevant === 1 && item.dates.state !== 'ended').length,
		ball: ballOf(items, today, START_DAYS),
		startDays: START_DAYS,
		late: lateOf(own),
		due: dueWithin(own, today, HORIZON_DAYS).map((item) => ({
			item,
			safeDraftOn:
				item.kind === 'deliverable' && item.dates.due !== null
					? latestSafeDraft(item.dates.due, plan, item.leadCountry)
					: null
		})),
		horizonDays: HORIZON_DAYS,
		partners: organisations.flatMap((organisation) => {
			const row = rows.find((one) => one.organisationId === organisation.id);
			return row ? [{ ...row, ...organisation }] : [];
		}),
		results: sections.includes('results') ? items.filter((item) => item.subject.isPublic === true) : [],
		packages: packagesOf(workPackages, items, { today, soonDays: plan.atRiskDays }),
		catalogue: answersForCatalogue(actor, keeper?.id) ? catalogue : null,
		reviewers: sections.includes('reviewers')
			? reviewersCount(await findReviewersAhead(db, actor, { parts, items, plan, today }))
			: null,
		published: sections.includes('published') ? await listPublishedTags(db, actor.projectId) : null,
		changes:
			sections.includes('changes') && own.length > 0
				? await listRecentChanges(
						db,
						actor.projectId,
						own.map((item) => item.id),
						8
					)
				: [],
		owed: sections.includes('owed') ? await findHomeOwed(db, actor, data, today) : null,
		actions: sections.includes('actions')
			? homeActions(await listActions(db, actor, { plan, today, timeZone }), actor)
			: null,
		meetings:
			sections.includes('meetings') && !hasRole(actor, 'coordinator')
				? await meetingsOf(db, actor, { today, timeZone })
				: null,
		/** For the coordinator, who approves them. */
		circulating: hasRole(actor, 'coordinator') ? frame.circulating : null,
		pendingGrants: sections.includes('proposals') ? frame.pendingGrants : 0
	};
}

async function meetingsOf(db: Db, actor: Actor, { today, timeZone }: { today: Day; timeZone: string }) {
	const { meetings, ownZone } = await listHomeMeetings(db, actor);
	return homeMeetings(meetings, actor, { today, ownZone: ownZone ?? timeZone });
}

/** Reviews that lie ahead, and how many of them have too few reviewers or nobody at all. */
function reviewersCount({ deliverables, weeks }: ReviewersAhead) {
	return {
		of: deliverables.length,
		toAssign: deliverables.filter(({ cover }) => cover === 'to-assign').length,
		nobody: deliverables.filter(({ cover }) => cover === 'nobody').length,
		tooMany: weeks.filter(({ tooMany }) => tooMany).length
	};
}

/** Work packages with what still blocks declaring them complete; judgements of people stand on their own page. */
function packagesOf(
	workPackages: Awaited<ReturnType<typeof listReadyPackages>>,
	items: readonly ListedItem[],
	{ today, soonDays }: ListContext
) {
	return workPackages.map(({ id, number, title, lead, leadCountry, risks }) => {
		const own = items.filter((item) => item.subject.workPackageIds?.includes(id));
		return {
			number,
			title,
			lead,
			leadCountry,
			health: computeHealth(own, today, soonDays).health,
			readiness: readiness({
				deliverables: own.filter((item) => item.kind === 'deliverable'),
				milestones: own
					.filter((item) => item.kind === 'milestone')
					.map((item) => ({ ...item, meansWithEvidence: item.provenMeans })),
				risks
			})
		};
	});
}
