import type { Db } from '#db/schema.ts';
import { periodsUntil } from '#lib/domain/check-ins/periods.ts';
import { dayIn, type Day } from '#lib/domain/days.ts';
import type { QualityPlan } from '#lib/domain/quality-plan.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import { newId } from '#lib/server/ids.ts';
import { findPeriodContext } from '#lib/server/queries/check-ins/list-periods.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { lockProject } from '#lib/server/commands/lock-project.ts';

export interface TakenPeriod {
	id: string;
	startsOn: Day;
	endsOn: Day;
	dueOn: Day;
	lockedAt: string | null;
	version: number;
	plan: QualityPlan;
	today: Day;
	timeZone: string;
}

/** A period that has opened, stored if nobody had touched it, and held until the transaction ends. */
export async function takePeriod(db: Db, projectId: string, startsOn: Day, now: Date): Promise<TakenPeriod> {
	await lockProject(db, projectId);
	const { plan } = await findQualityPlan(db, projectId);
	const stored = await storePeriods(db, projectId, plan, now, startsOn);
	const period = stored.periods.find((one) => one.startsOn === startsOn);
	if (!period || period.opensOn > stored.today) throw new NotFound();
	return { ...period, plan, today: stored.today, timeZone: stored.timeZone };
}

/** Stores the periods that have opened, up to one of them or all, so that another rhythm cannot change them. */
async function storePeriods(
	db: Db,
	projectId: string,
	plan: QualityPlan,
	now: Date,
	until: Day | null = null
) {
	const { context, stored, timeZone } = await findPeriodContext(db, projectId, plan);
	const today = dayIn(timeZone, now);
	const missing = periodsUntil(context, stored, today)
		.slice(stored.length)
		.filter(({ startsOn }) => until === null || startsOn <= until)
		.map(({ startsOn, endsOn, opensOn, dueOn }) => ({
			...{ id: newId(), projectId, startsOn, endsOn, opensOn, dueOn },
			...{ lockedAt: null, lockedBy: null, version: 1 }
		}));
	if (missing.length > 0) await db.insertInto('checkInPeriod').values(missing).execute();
	return { periods: [...stored, ...missing], today, timeZone };
}

/** Before another rhythm begins: periods so far stay as they were, once anybody has reported on one. */
export async function keepPeriods(db: Db, projectId: string, plan: QualityPlan, now: Date): Promise<void> {
	const { stored } = await findPeriodContext(db, projectId, plan);
	if (stored.length > 0) await storePeriods(db, projectId, plan, now);
}

/** A period as the audit trail names it. */
export function auditedPeriod({ id, startsOn }: Pick<TakenPeriod, 'id' | 'startsOn'>) {
	return { type: 'check-in-period', id, label: `Check-in ${startsOn}` };
}
