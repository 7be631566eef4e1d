import type { Db } from '#db/schema.ts';
import { mayAlways } from '#lib/domain/can.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { timelineOf } from '#lib/domain/timeline.ts';
import { findQualityPlan } from './find-quality-plan.ts';
import { listPlanItems } from './list-plan-items.ts';
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

interface ProjectSpan {
	startOn: Day;
	durationMonths: number;
}

/** The plan as rows of a timeline, narrowed by the filter. Agreed and forecast dates are for those who follow the progress. */
export async function findTimeline(
	db: Db,
	actor: Actor,
	project: ProjectSpan,
	filter: TimelineFilter,
	today: Day
) {
	const workPackages = await listWorkPackages(db, actor.projectId);
	const tasks = await listTasks(db, actor.projectId);
	const items = await listPlanItems(db, actor);
	const periods = await listReportingPeriods(db, actor.projectId);
	const { plan } = await findQualityPlan(db, actor.projectId);
	const seesProgress = mayAlways(actor, 'progress:read');
	const leads = [...tasks, ...items].map(({ lead }) => lead).filter((lead) => lead !== null);

	const isShown = (part: TimelinePart) => filter.show === null || filter.show === part;
	const isLed = ({ lead }: { lead: string | null }) => filter.lead === null || lead === filter.lead;
	const shownItems = items
		.filter(({ kind }) => isShown(kind === 'deliverable' ? 'deliverables' : 'milestones'))
		.filter(isLed)
		.map((item) => (seesProgress ? item : { ...item, agreedOn: null, forecastOn: null }));
	const shown = workPackages
		.filter(({ number }) => filter.wp === null || number === filter.wp)
		.map((one) => ({
			...one,
			tasks: isShown('tasks') ? tasks.filter((task) => task.workPackageId === one.id && isLed(task)) : [],
			items: shownItems.filter(({ workPackageId }) => workPackageId === one.id)
		}))
		.filter((one) => filter.lead === null || one.tasks.length + one.items.length > 0 || isLed(one));
	return {
		seesProgress,
		timeline: timelineOf({ ...project, today, soonDays: plan.atRiskDays, workPackages: shown, periods }),
		workPackages: workPackages.map(({ number, title }) => ({ number, title })),
		leads: [...new Set(leads)].sort(new Intl.Collator('en').compare)
	};
}
