import type { Db } from '#db/schema.ts';
import { monthEnd } from '#lib/domain/days.ts';

/** The reporting periods of a project, in order; one is locked with its last check-in. One query. */
export async function listReportingPeriods(db: Db, projectId: string) {
	const rows = await db
		.selectFrom('reportingPeriod')
		.innerJoin('project', 'project.id', 'reportingPeriod.projectId')
		.leftJoin('checkInPeriod as locked', (join) =>
			join.onRef('locked.projectId', '=', 'reportingPeriod.projectId').on('locked.lockedAt', 'is not', null)
		)
		.select(['reportingPeriod.id', 'reportingPeriod.number', 'startMonth', 'endMonth', 'kind'])
		.select(['reportingPeriod.origin', 'project.startOn', 'locked.endsOn', 'locked.lockedAt'])
		.where('reportingPeriod.projectId', '=', projectId)
		.orderBy('reportingPeriod.number')
		.orderBy('locked.startsOn')
		.execute();
	return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((own) =>
		own.slice(0, 1).map(({ startOn, endsOn: _, ...period }) => {
			const last = own.find(({ endsOn }) => endsOn === monthEnd(startOn, period.endMonth));
			return { ...period, lockedAt: last?.lockedAt ?? null };
		})
	);
}
