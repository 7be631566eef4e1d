import type { Insertable } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { ReportingPeriod } from '#db/schema/plan.ts';
import { monthEnd } from '#lib/domain/days.ts';
import { newId } from '#lib/server/ids.ts';

/** RP1, the first 18 months, unless said otherwise. */
export async function aReportingPeriod(
	db: Db,
	given: { projectId: string } & Partial<Insertable<ReportingPeriod>>
) {
	const period = {
		id: newId(),
		number: 1,
		startMonth: 1,
		endMonth: 18,
		kind: 'periodic' as const,
		reportDueDays: 60,
		lockedAt: null,
		origin: 'entered' as const,
		...given
	};
	await db.insertInto('reportingPeriod').values(period).execute();
	return period;
}

/** Locks the check-in that ends with a reporting period, as it was before anybody wrote it down there. */
export async function lockLastCheckIn(
	db: Db,
	{ projectId, endMonth }: { projectId: string; endMonth: number },
	lockedAt: string
): Promise<void> {
	const { startOn } = await db
		.selectFrom('project')
		.select('startOn')
		.where('id', '=', projectId)
		.executeTakeFirstOrThrow();
	const endsOn = monthEnd(startOn, endMonth);
	const period = { id: newId(), projectId, startsOn: `${endsOn.slice(0, 8)}01`, endsOn };
	const days = { opensOn: endsOn, dueOn: endsOn, lockedAt, lockedBy: null };
	await db
		.insertInto('checkInPeriod')
		.values({ ...period, ...days })
		.execute();
}
