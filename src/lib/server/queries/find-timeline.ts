import type { Db } from '#db/schema.ts';
import { mayAlways } from '#lib/domain/can.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { foldOf, isFolded, WINDOW_ITEMS } from '#lib/domain/timeline-window.ts';
import { drawnMonths, timelineOf } from '#lib/domain/timeline.ts';
import { pageParam } from '#lib/schemas/page-param.ts';
import { madeOf, type DataOf } from '#lib/server/kept-answers.ts';
import { findPlan, groupedBy, type JudgedOn, type Plan } from './find-plan.ts';
import { findQualityPlan } from './find-quality-plan.ts';
import { planItems } from './list-plan-items.ts';
import { listReportingPeriods } from './list-reporting-periods.ts';
import { listTasks } from './list-tasks.ts';
import { listWorkPackages } from './list-work-packages.ts';

export const TIMELINE_PARTS = ['tasks', 'deliverables', 'milestones'] as const;
export type TimelinePart = (typeof TIMELINE_PARTS)[number];

export interface TimelineFilter {
	/** Number of a work package. */
	wp: number | null;
	/** Acronym of a lead. */
	lead: string | null;
	show: TimelinePart | null;
}

interface Asked {
	data: DataOf;
	project: ProjectSpan;
	filter: TimelineFilter;
	today: Day;
	/** Its `open` names the work package whose items are drawn where not all of them are, its `page` which of them. */
	url: URL;
}

interface ProjectSpan {
	startOn: Day;
	durationMonths: number;
}

/** The items that fit, by their own work package, each once, and what they make of the drawing. */
const fittingItems = madeOf(
	(
		plan: Plan,
		actor: Actor,
		{ lead, show }: Pick<TimelineFilter, 'lead' | 'show'>,
		span: ProjectSpan,
		on: JudgedOn
	) => {
		const seesProgress = mayAlways(actor, 'progress:read');
		const items = planItems(plan, actor)
			.items.filter(({ kind }) => show === null || show === `${kind}s`)
			.filter((item) => lead === null || item.lead === lead)
			.map((item) => (seesProgress ? item : { ...item, agreedOn: null, forecastOn: null }));
		const byPackage = groupedBy(items, ({ workPackageId }) => [workPackageId]);
		return new Map(
			[...byPackage].map(([id, own]) => {
				const { startOn, durationMonths } = span;
				const months = drawnMonths({ startOn, durationMonths }, own);
				return [id, { items: own, fold: foldOf(own, on.today, on.soonDays), months }];
			})
		);
	}
);

const leadsOf = madeOf((plan: Plan, actor: Actor) => [
	...new Set(planItems(plan, actor).items.map(({ lead }) => lead))
]);

/**
 * The plan as rows of a timeline, narrowed by the filter; of a large plan the items of one work package at once, and
 * numbers for the others. Agreed and forecast dates are for those who follow the progress.
 */
export async function findTimeline(db: Db, actor: Actor, { data, project, filter, today, url }: Asked) {
	const workPackages = await listWorkPackages(db, actor.projectId);
	const tasks = await listTasks(db, actor.projectId);
	const found = await findPlan(db, data);
	const periods = await listReportingPeriods(db, actor.projectId);
	const { plan } = await findQualityPlan(db, actor.projectId);
	const { startOn, durationMonths } = project;
	const { lead, show } = filter;
	const on = { today, soonDays: plan.atRiskDays };
	const fitting = fittingItems(found, actor, { lead, show }, { startOn, durationMonths }, on);

	const isLed = (one: { lead: string | null }) => lead === null || one.lead === lead;
	const shown = workPackages
		.filter(({ number }) => filter.wp === null || number === filter.wp)
		.map((one) => ({
			...one,
			tasks:
				show === null || show === 'tasks'
					? tasks.filter((task) => task.workPackageId === one.id && isLed(task))
					: [],
			...(fitting.get(one.id) ?? { items: [], fold: null, months: 0 })
		}))
		.filter((one) => lead === null || one.tasks.length + one.items.length > 0 || isLed(one));
	const items = shown.reduce((sum, one) => sum + one.items.length, 0);
	const window = isFolded(items) ? windowOf(shown, filter.wp, url) : null;
	const leads = [...tasks.map((task) => task.lead), ...leadsOf(found, actor)].filter((one) => one !== null);
	return {
		seesProgress: mayAlways(actor, 'progress:read'),
		timeline: timelineOf({
			...{ startOn, durationMonths, today, soonDays: plan.atRiskDays, periods },
			months: Math.max(0, ...shown.map(({ months }) => months)),
			workPackages: shown.map(({ fold, ...one }) => {
				if (window === null || fold === null) return one;
				if (one.number !== window.open) return { ...one, items: [], fold: { ...fold, isOpen: false } };
				const from = (window.page - 1) * WINDOW_ITEMS;
				const drawn = one.items.slice(from, from + WINDOW_ITEMS);
				return { ...one, items: drawn, fold: { ...fold, isOpen: true } };
			})
		}),
		/** Which items are drawn, where not all of them are. */
		window: window && { ...window, items, query: url.search },
		workPackages: workPackages.map(({ number, title }) => ({ number, title })),
		leads: [...new Set(leads)].sort(new Intl.Collator('en').compare)
	};
}

/** The work package that the address opens, or the only one that it asks for, and which of its items are drawn. */
function windowOf(
	shown: readonly { number: number; items: readonly unknown[] }[],
	only: number | null,
	url: URL
) {
	const open = only ?? Number(url.searchParams.get('open'));
	const opened = shown.find(({ number }) => number === open);
	const total = opened?.items.length ?? 0;
	return {
		open: opened?.number ?? null,
		page: pageParam(url, total, WINDOW_ITEMS),
		size: WINDOW_ITEMS,
		total
	};
}
