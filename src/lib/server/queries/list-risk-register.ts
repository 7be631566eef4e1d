import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { dayIn, monthEnd, type Day } from '#lib/domain/days.ts';
import type { QualityPlan } from '#lib/domain/quality-plan.ts';
import { periodOn } from '#lib/domain/risks/period.ts';
import type { ListedRisk } from '#lib/domain/risks/register.ts';
import { riskLevel, riskScore } from '#lib/domain/risks/scale.ts';
import { needsStatement } from '#lib/domain/risks/statements.ts';
import { riskTrend, type AssessmentChange } from '#lib/domain/risks/trend.ts';
import { listReportingPeriods } from './list-reporting-periods.ts';

interface When {
	startOn: Day;
	today: Day;
	timeZone: string;
}

/** Every risk of a project with what became of it since the last reporting period. Three queries. */
export async function listRiskRegister(db: Db, projectId: string, plan: QualityPlan, when: When) {
	const periods = await listReportingPeriods(db, projectId);
	const { current, since } = periodOn(periods, when.startOn, when.today);
	const rows = await selectRisks(db, projectId, { periodId: current?.id ?? '', today: when.today });
	const changes = await listAssessmentChanges(db, projectId, when.timeZone);
	const period = current && { ...current, endOn: monthEnd(when.startOn, current.endMonth) };
	const risks = rows.map(({ openedAt, packages, statements, ...row }): ListedRisk => {
		const openedOn = openedAt === null ? null : dayIn(when.timeZone, new Date(openedAt));
		const isAsked = period !== null && needsStatement({ state: row.state, openedOn }, period);
		return {
			...row,
			foreseen: row.foreseen === 1,
			score: riskScore(row),
			level: riskLevel(row, plan),
			trend: riskTrend(row, changes.get(row.id) ?? [], { since, openedOn }),
			workPackages: (packages ?? '')
				.split(',')
				.filter(Boolean)
				.map(Number)
				.sort((a, b) => a - b),
			openMeasures: Number(row.openMeasures ?? 0),
			overdueMeasures: Number(row.overdueMeasures ?? 0),
			hasStatement: isAsked ? Number(statements ?? 0) > 0 : null
		};
	});
	return { risks, period, since };
}

function selectRisks(db: Db, projectId: string, { periodId, today }: { periodId: string; today: Day }) {
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
				.whereRef('riskStatement.riskId', '=', 'risk.id')
				.where('riskStatement.reportingPeriodId', '=', periodId)
				.where('riskStatement.replacedAt', 'is', null)
				.select((statements) => statements.fn.countAll<number>().as('count'))
				.as('statements')
		])
		.where('risk.projectId', '=', projectId)
		.orderBy('risk.number')
		.execute();
}

/** What stood before each assessment, by risk. */
async function listAssessmentChanges(
	db: Db,
	projectId: string,
	timeZone: string
): Promise<Map<string, AssessmentChange[]>> {
	const rows = await db
		.selectFrom('riskEvent')
		.select(['riskId', 'fromLikelihood as likelihood', 'fromSeverity as severity', 'enteredAt'])
		.where('projectId', '=', projectId)
		.where('kind', 'in', ['assess', 'reassess'])
		.orderBy('riskId')
		.orderBy('number')
		.execute();
	const changes = new Map<string, AssessmentChange[]>();
	for (const { riskId, enteredAt, ...from } of rows) {
		const change = { on: dayIn(timeZone, new Date(enteredAt)), from };
		changes.set(riskId, [...(changes.get(riskId) ?? []), change]);
	}
	return changes;
}
