import type { Db } from '#db/schema.ts';
import { periodOn } from '#lib/domain/risks/period.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { lockRisk } from '#lib/server/commands/lock-risk.ts';
import { stateOfPlay } from '#lib/server/commands/write-statement.ts';
import type { CheckInLineRow } from '#lib/server/queries/check-ins/find-check-in.ts';
import { listReportingPeriods } from '#lib/server/queries/list-reporting-periods.ts';
import type { TakenPeriod } from './take-period.ts';

/**
 * What an organisation says of a risk of its own is the risk's state of play in the reporting period that the check-in
 * falls into. Where that period is locked, it stands in the check-in only.
 */
export async function tellStateOfPlay(
	db: Db,
	actor: Actor,
	{ recordId: riskId, note: text, measures }: CheckInLineRow,
	{ endsOn, today }: TakenPeriod,
	now: Date
): Promise<boolean> {
	if (text === '' || measures === null) return false;
	const period = await findReportingPeriod(db, actor.projectId, endsOn < today ? endsOn : today);
	if (!period || period.lockedAt !== null) return false;
	const risk = await lockRisk(db, actor.projectId, riskId);
	const said = await db
		.selectFrom('riskStatement')
		.select('id')
		.where('riskId', '=', riskId)
		.where('reportingPeriodId', '=', period.id)
		.where('text', '=', text)
		.where('measures', '=', measures)
		.executeTakeFirst();
	// Said before, here or on the risk's own page: what was said since then stays.
	if (said) return false;
	const materialised = risk.state === 'materialised';
	await stateOfPlay(db, actor, risk, { periodId: period.id, measures, materialised, text }, now);
	return true;
}

async function findReportingPeriod(db: Db, projectId: string, on: string) {
	const { startOn } = await db
		.selectFrom('project')
		.select('startOn')
		.where('id', '=', projectId)
		.executeTakeFirstOrThrow();
	return periodOn(await listReportingPeriods(db, projectId), startOn, on).current;
}
