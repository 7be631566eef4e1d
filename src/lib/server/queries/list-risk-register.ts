import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { dayStart } from '#lib/domain/day-start.ts';
import { addDays, dayIn, monthEnd, type Day } from '#lib/domain/days.ts';
import type { ReportingPeriod } from '#lib/domain/payment-facts.ts';
import type { QualityPlan } from '#lib/domain/quality-plan.ts';
import { periodOn } from '#lib/domain/risks/period.ts';
import type { ListedRisk } from '#lib/domain/risks/register.ts';
import { riskLevel, riskScore } from '#lib/domain/risks/scale.ts';
import { standingOf } from '#lib/domain/risks/statements.ts';
import { riskTrend, type AssessmentChange } from '#lib/domain/risks/trend.ts';

interface When {
	startOn: Day;
	today: Day;
	timeZone: string;
}

/** Every risk of a project with what became of it since the reporting period before the one that runs. One query. */
export async function listRiskRegister(
	db: Db,
	projectId: string,
	{ plan, reportingPeriods }: { plan: QualityPlan; reportingPeriods: readonly ReportingPeriod[] },
	{ startOn, today, timeZone }: When
) {
	const { current, since } = periodOn(reportingPeriods, startOn, today);
	const sinceAt = dayStart(timeZone, addDays(since, 1)).toISOString();
	const rows = await selectRisks(db, projectId, { period: current?.number ?? 0, sinceAt, today });
	const period = current && { ...current, endOn: monthEnd(startOn, current.endMonth) };
	const risks = rows.map(({ openedAt, packages, statements, before, ...row }): ListedRisk => {
		const openedOn = openedAt === null ? null : dayIn(timeZone, new Date(openedAt));
		const hasStatement = Number(statements ?? 0) > 0;
		return {
			...row,
			foreseen: row.foreseen === 1,
			score: riskScore(row),
			level: riskLevel(row, plan),
			trend: riskTrend(row, changeAfter(since, before), { since, openedOn }),
			workPackages: (packages ?? '')
				.split(',')
				.filter(Boolean)
				.map(Number)
				.sort((a, b) => a - b),
			openMeasures: Number(row.openMeasures ?? 0),
			overdueMeasures: Number(row.overdueMeasures ?? 0),
			hasStatement: period && standingOf({ state: row.state, openedOn, hasStatement }, period)
		};
	});
	return { risks, period, since };
}

/** The first assessment after a day tells what stood before it: "4 3", with nothing for a degree that was not given. */
function changeAfter(day: Day, before: string | null): AssessmentChange[] {
	if (before === null) return [];
	const [likelihood = null, severity = null] = before
		.split(' ')
		.map((one) => (one === '' ? null : Number(one)));
	return [{ on: addDays(day, 1), from: { likelihood, severity } }];
}

function selectRisks(
	db: Db,
	projectId: string,
	{ period, sinceAt, today }: { period: number; sinceAt: string; today: Day }
) {
	return db
		.selectFrom('risk')
		.leftJoin('person', 'person.id', 'risk.ownerId')
		.leftJoin('organisation', 'organisation.id', 'risk.ownerOrganisationId')
		.select(['risk.id', 'risk.number', 'risk.description', 'risk.state', 'risk.foreseen', 'risk.origin'])
		.select(['risk.likelihood', 'risk.severity', 'risk.ownerId', 'risk.openedAt'])
		.select(['person.name as owner', 'organisation.acronym as organisation'])
		.select((eb) => [
			eb
				.selectFrom('riskWorkPackage')
				.innerJoin('workPackage', 'workPackage.id', 'riskWorkPackage.workPackageId')
				.whereRef('riskWorkPackage.riskId', '=', 'risk.id')
				.select(sql<string>`string_agg(cast(work_package.number as text), ',')`.as('numbers'))
				.as('packages'),
			eb
				.selectFrom('riskMitigation')
				.whereRef('riskMitigation.riskId', '=', 'risk.id')
				.where('riskMitigation.state', '=', 'open')
				.select((measures) => measures.fn.countAll<number>().as('count'))
				.as('openMeasures'),
			eb
				.selectFrom('riskMitigation')
				.whereRef('riskMitigation.riskId', '=', 'risk.id')
				.where('riskMitigation.state', '=', 'open')
				.where('riskMitigation.dueOn', '<', today)
				.select((measures) => measures.fn.countAll<number>().as('count'))
				.as('overdueMeasures'),
			eb
				.selectFrom('riskMitigation')
				.whereRef('riskMitigation.riskId', '=', 'risk.id')
				.where('riskMitigation.state', '=', 'open')
				.select((measures) => measures.fn.min('riskMitigation.dueOn').as('dueOn'))
				.as('nextDueOn'),
			eb
				.selectFrom('riskStatement')
				.innerJoin('reportingPeriod', 'reportingPeriod.id', 'riskStatement.reportingPeriodId')
				.whereRef('riskStatement.riskId', '=', 'risk.id')
				.where('reportingPeriod.number', '=', period)
				.where('riskStatement.replacedAt', 'is', null)
				.select((statements) => statements.fn.countAll<number>().as('count'))
				.as('statements'),
			eb
				.selectFrom('riskEvent')
				.whereRef('riskEvent.riskId', '=', 'risk.id')
				.where('riskEvent.kind', 'in', ['assess', 'reassess'])
				.where('riskEvent.enteredAt', '>=', sinceAt)
				.orderBy('riskEvent.number')
				.limit(1)
				.select(sql<string>`concat(from_likelihood, ' ', from_severity)`.as('before'))
				.as('before')
		])
		.where('risk.projectId', '=', projectId)
		.orderBy('risk.number')
		.execute();
}
