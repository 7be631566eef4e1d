import type { Insertable } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { ReportingPeriod } from '#db/schema/plan.ts';
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
