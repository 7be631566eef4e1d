import type { Db } from '#db/schema.ts';
import { periodsUntil, type Period, type PeriodContext } from '#lib/domain/check-ins/periods.ts';
import { dayIn, type Day } from '#lib/domain/days.ts';
import type { QualityPlan } from '#lib/domain/quality-plan.ts';

/** A period with what is stored of it; `id` is null while nobody has touched it. */
export interface ListedPeriod extends Period {
	id: string | null;
	lockedAt: string | null;
	version: number;
}

/** Every period that has opened by a day, oldest first, whether somebody touched it or not. Two queries. */
export async function listPeriods(
	db: Db,
	projectId: string,
	plan: QualityPlan,
	today: Day
): Promise<ListedPeriod[]> {
	const { context, stored } = await findPeriodContext(db, projectId, plan);
	return periodsUntil(context, stored, today).map((period) => ({
		id: null,
		lockedAt: null,
		version: 0,
		...period
	}));
}

/** What periods are computed from, and those that are stored, oldest first. */
export async function findPeriodContext(db: Db, projectId: string, plan: QualityPlan) {
	const project = await db
		.selectFrom('project')
		.leftJoin('organisation', (join) =>
			join.onRef('organisation.projectId', '=', 'project.id').on('organisation.role', '=', 'coordinator')
		)
		.select(['startOn', 'durationMonths', 'createdAt', 'project.timeZone', 'organisation.country'])
		.where('project.id', '=', projectId)
		.orderBy('organisation.position')
		.limit(1)
		.executeTakeFirstOrThrow();
	const stored = await db
		.selectFrom('checkInPeriod')
		.select(['id', 'startsOn', 'endsOn', 'opensOn', 'dueOn', 'lockedAt', 'version'])
		.where('projectId', '=', projectId)
		.orderBy('startsOn')
		.execute();
	const { startOn, durationMonths, createdAt, timeZone, country } = project;
	const setUpOn = dayIn(timeZone, new Date(createdAt));
	const context: PeriodContext = { startOn, durationMonths, setUpOn, country, rhythm: plan };
	return { context, stored, timeZone };
}
