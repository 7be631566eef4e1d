import { sql } from 'kysely';
import type { Db } from '#db/schema.ts';
import { dayIn, type Day } from '#lib/domain/days.ts';
import type { StatementReason } from '#lib/domain/risks/risk-reasons.ts';
import { standingOf, statementBlocks } from '#lib/domain/risks/statements.ts';

interface Project {
	id: string;
	timeZone: string;
}

interface Of {
	number: number;
	endsOn: Day;
}

/** Which open risks still lack their state of play for a reporting period, so that it cannot be locked. One query. */
export async function listStatementGaps(db: Db, project: Project, period: Of): Promise<StatementReason[]> {
	return statementBlocks(await listFacts(db, project, period.number), { endOn: period.endsOn });
}

/** Every risk with its work packages and whether its state of play for a reporting period is written. One query. */
export async function listRiskStandings(db: Db, project: Project, period: Of) {
	return (await listFacts(db, project, period.number)).map(({ number, state, workPackages, ...risk }) => ({
		number,
		state,
		workPackages,
		hasStatement: risk.isAsked ? standingOf({ ...risk, state }, { endOn: period.endsOn }) : null
	}));
}

async function listFacts(db: Db, project: Project, period: number) {
	const risks = await db
		.selectFrom('risk')
		.leftJoin('person', 'person.id', 'risk.ownerId')
		.leftJoin('organisation', 'organisation.id', 'risk.ownerOrganisationId')
		.leftJoin('reportingPeriod as period', (join) =>
			join.onRef('period.projectId', '=', 'risk.projectId').on('period.number', '=', period)
		)
		.leftJoin('riskStatement', (join) =>
			join
				.onRef('riskStatement.riskId', '=', 'risk.id')
				.onRef('riskStatement.reportingPeriodId', '=', 'period.id')
				.on('riskStatement.replacedAt', 'is', null)
		)
		.select([
			'risk.number',
			'risk.state',
			'risk.openedAt',
			'person.name',
			'organisation.acronym',
			'period.id as periodId',
			'riskStatement.id as statementId'
		])
		.select((eb) =>
			eb
				.selectFrom('riskWorkPackage')
				.innerJoin('workPackage', 'workPackage.id', 'riskWorkPackage.workPackageId')
				.whereRef('riskWorkPackage.riskId', '=', 'risk.id')
				.select(sql<string>`string_agg(cast(work_package.number as text), ',')`.as('numbers'))
				.as('packages')
		)
		.where('risk.projectId', '=', project.id)
		.orderBy('risk.number')
		.execute();
	return risks.map(({ openedAt, name, acronym, periodId, statementId, packages, ...risk }) => ({
		...risk,
		openedOn: openedAt === null ? null : dayIn(project.timeZone, new Date(openedAt)),
		owner: name ?? acronym,
		workPackages: packages?.split(',').map(Number) ?? [],
		hasStatement: statementId !== null,
		/** A project without reporting periods asks for none. */
		isAsked: periodId !== null
	}));
}
