import type { Db } from '#db/schema.ts';
import { periodsUntil, type Period, type PeriodContext } from '#lib/domain/check-ins/periods.ts';
import { dayIn, type Day } from '#lib/domain/days.ts';
import type { QualityPlan } from '#lib/domain/quality-plan.ts';
import { NotFound } from '#lib/domain/reasons.ts';

/** A period with what is stored of it; `id` is null while nobody has touched it. */
export interface ListedPeriod extends Period {
	id: string | null;
	lockedAt: string | null;
	version: number;
}

/** Every period that has opened by a day, oldest first, whether somebody touched it or not. One query. */
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

/** What periods are computed from, and those that are stored, oldest first. One query. */
export async function findPeriodContext(db: Db, projectId: string, plan: QualityPlan) {
	const rows = await db
		.selectFrom('project')
		.leftJoin('checkInPeriod as period', 'period.projectId', 'project.id')
		.select((eb) => [
			...(['startOn', 'durationMonths', 'createdAt', 'project.timeZone'] as const),
			...(['period.id', 'startsOn', 'endsOn', 'opensOn', 'dueOn', 'lockedAt'] as const),
			'period.version',
			eb
				.selectFrom('organisation')
				.select('country')
				.whereRef('organisation.projectId', '=', 'project.id')
				.where('role', '=', 'coordinator')
				.orderBy('position')
				.limit(1)
				.as('country')
		])
		.where('project.id', '=', projectId)
		.orderBy('startsOn')
		.execute();
	const [project] = rows;
	if (!project) throw new NotFound();
	const { startOn, durationMonths, createdAt, timeZone, country } = project;
	const setUpOn = dayIn(timeZone, new Date(createdAt));
	const context: PeriodContext = { startOn, durationMonths, setUpOn, country, rhythm: plan };
	return { context, stored: rows.flatMap(storedPeriod), timeZone };
}

/** The period of a row; none where the project has not stored any. */
function storedPeriod({
	id,
	startsOn,
	endsOn,
	opensOn,
	dueOn,
	lockedAt,
	version
}: Record<'id' | 'startsOn' | 'endsOn' | 'opensOn' | 'dueOn' | 'lockedAt', string | null> & {
	version: number | null;
}) {
	if (id === null || startsOn === null || endsOn === null) return [];
	if (opensOn === null || dueOn === null || version === null) return [];
	return [{ id, startsOn, endsOn, opensOn, dueOn, lockedAt, version }];
}
