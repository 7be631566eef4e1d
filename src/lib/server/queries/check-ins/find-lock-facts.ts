import type { Db } from '#db/schema.ts';
import type { LockFacts } from '#lib/domain/check-ins/period-lock.ts';
import { monthEnd, type Day } from '#lib/domain/days.ts';
import type { Reason } from '#lib/domain/reasons.ts';
import { listStatementGaps } from '#lib/server/queries/list-statement-gaps.ts';
import { listAsked, type AskedOrganisation } from './list-asked.ts';

interface Of {
	id: string | null;
	endsOn: Day;
	lockedAt: string | null;
}

/** What decides whether a period can be locked. `asked`: where its organisations were read already. */
export async function findLockFacts(
	db: Db,
	projectId: string,
	period: Of,
	today: Day,
	asked?: readonly AskedOrganisation[]
): Promise<LockFacts> {
	return {
		period,
		consortium: asked ?? (await listAsked(db, projectId, period.id)),
		unjustified: await listUnjustified(db, projectId, { endsOn: period.endsOn, today }),
		further: await listRiskGaps(db, projectId, period.endsOn)
	};
}

/** With the last check-in of a reporting period every open risk needs its state of play. */
async function listRiskGaps(db: Db, projectId: string, endsOn: Day): Promise<Reason[]> {
	const periods = await db
		.selectFrom('reportingPeriod')
		.innerJoin('project', 'project.id', 'reportingPeriod.projectId')
		.select(['reportingPeriod.number', 'endMonth', 'project.startOn', 'project.timeZone'])
		.where('reportingPeriod.projectId', '=', projectId)
		.orderBy('number')
		.execute();
	const ended = periods.find(({ startOn, endMonth }) => monthEnd(startOn, endMonth) === endsOn);
	return ended ? listStatementGaps(db, { ...ended, id: projectId }, { ...ended, endsOn }) : [];
}

/** Deliverables whose agreed day lies in the period or before and has passed, neither submitted nor justified (domain.md 3.1). */
async function listUnjustified(
	db: Db,
	projectId: string,
	{ endsOn, today }: { endsOn: Day; today: Day }
): Promise<string[]> {
	const rows = await db
		.selectFrom('item')
		.innerJoin('deliverable', 'deliverable.itemId', 'item.id')
		.select('item.code')
		.where('item.projectId', '=', projectId)
		.where((eb) => eb(eb.fn.coalesce('item.agreedOn', 'item.contractualOn'), '<=', endsOn))
		.where((eb) => eb(eb.fn.coalesce('item.agreedOn', 'item.contractualOn'), '<', today))
		.where('deliverable.submittedOn', 'is', null)
		.where('deliverable.lateJustification', 'is', null)
		.where('item.state', 'not in', ['withdrawn', 'merged'])
		.orderBy('item.position')
		.orderBy('item.code')
		.execute();
	return rows.map(({ code }) => code);
}
