import type { Db } from '#db/schema.ts';
import { checkInFacts, standing, daysLate } from '#lib/domain/check-ins/standing.ts';
import type { Day } from '#lib/domain/days.ts';
import type { QualityPlan } from '#lib/domain/quality-plan.ts';
import { listPeriods } from './list-periods.ts';

/** Every period that has opened, with what one organisation said of it. Two queries. */
export async function listOwnPeriods(
	db: Db,
	projectId: string,
	organisationId: string,
	{ plan, today, timeZone }: { plan: QualityPlan; today: Day; timeZone: string }
) {
	const periods = await listPeriods(db, projectId, plan, today);
	const rows = await db
		.selectFrom('checkIn')
		.selectAll()
		.where('projectId', '=', projectId)
		.where('organisationId', '=', organisationId)
		.orderBy('createdAt')
		.execute();
	const ofPeriod = new Map(rows.map((row) => [row.periodId, row]));
	return periods.map((period) => {
		const checkIn = ofPeriod.get(period.id ?? '');
		const facts = checkIn && checkInFacts(checkIn, timeZone);
		return {
			...period,
			checkIn: checkIn ?? null,
			state: checkIn?.state ?? null,
			standing: standing(period, facts, today),
			daysLate: daysLate(period, facts)
		};
	});
}

export type OwnPeriod = Awaited<ReturnType<typeof listOwnPeriods>>[number];
