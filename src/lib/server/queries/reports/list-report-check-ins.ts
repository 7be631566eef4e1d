import type { Db } from '#db/schema.ts';
import { checkInFacts, reportValue } from '#lib/domain/check-ins/standing.ts';
import { isExpected } from '#lib/domain/check-ins/check-ins.ts';
import type { Day } from '#lib/domain/days.ts';
import type { QualityPlan } from '#lib/domain/quality-plan.ts';
import type { Value } from '#lib/domain/values.ts';
import { listPeriods } from '#lib/server/queries/check-ins/list-periods.ts';

interface Asked {
	plan: QualityPlan;
	today: Day;
	timeZone: string;
	from: Day;
	to: Day;
}

/** Of every check-in that was due within the months: who was asked, and whether something came. Three queries. */
export async function listReportCheckIns(
	db: Db,
	projectId: string,
	{ plan, today, timeZone, from, to }: Asked
): Promise<{ organisationId: string; acronym: string; country: string; value: Value }[]> {
	const periods = (await listPeriods(db, projectId, plan, today)).filter(
		({ startsOn, endsOn, dueOn }) => startsOn >= from && endsOn <= to && dueOn < today
	);
	const organisations = await db
		.selectFrom('organisation')
		.select(['id', 'acronym', 'country', 'role'])
		.where('projectId', '=', projectId)
		.orderBy('position')
		.execute();
	const ids = periods.flatMap(({ id }) => (id === null ? [] : [id]));
	const rows = await db
		.selectFrom('checkIn')
		.select(['periodId', 'organisationId', 'state', 'answer', 'firstSubmittedAt'])
		.where('projectId', '=', projectId)
		.where('periodId', 'in', ['', ...ids])
		.orderBy('id')
		.execute();
	return periods.flatMap((period) =>
		organisations.filter(isExpected).map(({ id, acronym, country }) => {
			const own = rows.find((row) => row.periodId === period.id && row.organisationId === id);
			const value = reportValue(own && checkInFacts(own, timeZone));
			return { organisationId: id, acronym, country, value };
		})
	);
}
