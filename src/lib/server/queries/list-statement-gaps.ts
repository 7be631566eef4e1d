import type { Db } from '#db/schema.ts';
import { dayIn, monthEnd } from '#lib/domain/days.ts';
import type { StatementReason } from '#lib/domain/risks/risk-reasons.ts';
import { statementBlocks } from '#lib/domain/risks/statements.ts';

/** Which open risks still lack their state of play for a reporting period, so that it cannot be locked. One query. */
export async function listStatementGaps(
	db: Db,
	project: { id: string; startOn: string; timeZone: string },
	period: { id: string; endMonth: number }
): Promise<StatementReason[]> {
	const risks = await db
		.selectFrom('risk')
		.leftJoin('person', 'person.id', 'risk.ownerId')
		.leftJoin('organisation', 'organisation.id', 'risk.ownerOrganisationId')
		.leftJoin('riskStatement', (join) =>
			join
				.onRef('riskStatement.riskId', '=', 'risk.id')
				.on('riskStatement.reportingPeriodId', '=', period.id)
				.on('riskStatement.replacedAt', 'is', null)
		)
		.select([
			'risk.number',
			'risk.state',
			'risk.openedAt',
			'person.name',
			'organisation.acronym',
			'riskStatement.id as statementId'
		])
		.where('risk.projectId', '=', project.id)
		.orderBy('risk.number')
		.execute();
	const facts = risks.map(({ number, state, openedAt, name, acronym, statementId }) => ({
		number,
		state,
		openedOn: openedAt === null ? null : dayIn(project.timeZone, new Date(openedAt)),
		owner: name ?? acronym,
		hasStatement: statementId !== null
	}));
	return statementBlocks(facts, { endOn: monthEnd(project.startOn, period.endMonth) });
}
