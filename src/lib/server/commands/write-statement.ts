import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { monthStart } from '#lib/domain/days.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import { riskCode } from '#lib/domain/risks/facts.ts';
import { writeStatementBlocks } from '#lib/domain/risks/statements.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { WriteStatement } from '#lib/schemas/risks.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import type { FoundRisk } from '#lib/server/queries/find-risk-facts.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { listReportingPeriods } from '#lib/server/queries/list-reporting-periods.ts';
import { auditedRisk } from './change-risk.ts';
import { lockRisk } from './lock-risk.ts';

/** The state of play of a risk in a reporting period; one written before stays, replaced. */
export async function writeStatement(
	db: Db,
	actor: Actor,
	input: WriteStatement,
	now: Date
): Promise<{ code: string }> {
	return db.transaction().execute(async (db) => {
		const risk = await lockRisk(db, actor.projectId, input.riskId);
		assertCan(actor, 'risk:report', risk.subject);
		return stateOfPlay(db, actor, risk, input, now);
	});
}

/** The same inside a transaction of the caller, who has asked whether they may: such as a check-in that says it. */
export async function stateOfPlay(
	db: Db,
	actor: Actor,
	risk: FoundRisk,
	input: Omit<WriteStatement, 'riskId'>,
	now: Date
): Promise<{ code: string }> {
	const { projectId } = actor;
	const project = await db
		.selectFrom('project')
		.select('startOn')
		.where('id', '=', projectId)
		.executeTakeFirstOrThrow();
	const period = (await listReportingPeriods(db, projectId)).find(({ id }) => id === input.periodId);
	if (!period) throw new NotFound();
	const { number, lockedAt } = period;
	const startOn = monthStart(project.startOn, period.startMonth);
	const today = await findToday(db, projectId, now);
	assertNone(writeStatementBlocks(risk, input, { number, startOn, lockedAt }, today));

	const at = now.toISOString();
	await db
		.updateTable('riskStatement')
		.set({ replacedAt: at })
		.where('riskId', '=', risk.id)
		.where('reportingPeriodId', '=', period.id)
		.where('replacedAt', 'is', null)
		.execute();
	const { measures, materialised, text } = input;
	await db
		.insertInto('riskStatement')
		.values({
			id: newId(),
			projectId,
			riskId: risk.id,
			reportingPeriodId: period.id,
			measures,
			materialised: materialised ? 1 : 0,
			text,
			likelihood: risk.likelihood,
			severity: risk.severity,
			writtenBy: actor.personId,
			organisationId: actor.organisationId,
			writtenAt: at,
			replacedAt: null,
			origin: 'entered'
		})
		.execute();
	const details = { period: `RP${number}`, measures, materialised, text };
	await recordAudit(db, actor, 'risk:state-of-play', auditedRisk(risk), now, details);
	return { code: riskCode(risk) };
}
