import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { firstTier } from '#lib/domain/check-ins/check-ins.ts';
import { reopenedState } from '#lib/domain/check-ins/life-cycle.ts';
import { lockBlocks, reopenBlocks } from '#lib/domain/check-ins/period-lock.ts';
import { assertNone, Conflict } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { ReopenPeriod } from '#lib/schemas/check-ins.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { findLockFacts } from '#lib/server/queries/check-ins/find-lock-facts.ts';
import { listAsked } from '#lib/server/queries/check-ins/list-asked.ts';
import { enterCheckInState } from './take-check-in.ts';
import { auditedPeriod, takePeriod, type TakenPeriod } from './take-period.ts';

/** Closes a period for good: everything in it was accepted, or gone on without for a reason. */
export function lockPeriod(db: Db, actor: Actor, startsOn: string, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		assertCan(actor, 'period:lock', {});
		const period = await takePeriod(db, actor.projectId, startsOn, now);
		const facts = await findLockFacts(db, actor.projectId, period, period.today);
		assertNone(lockBlocks(facts, period.today));
		await setLock(db, period, { lockedAt: now.toISOString(), lockedBy: actor.personId });
		await insertPeriodStep(db, actor, period, { event: 'lock', reason: '' }, now);
		await recordAudit(db, actor, 'period:lock', auditedPeriod(period), now);
	});
}

/** Opens a locked period again, with a reason; what the project had accepted waits for its acceptance anew. */
export function reopenPeriod(
	db: Db,
	actor: Actor,
	startsOn: string,
	{ reason }: ReopenPeriod,
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		assertCan(actor, 'period:reopen', {});
		const period = await takePeriod(db, actor.projectId, startsOn, now);
		assertNone(reopenBlocks(period, reason));
		await setLock(db, period, { lockedAt: null, lockedBy: null });
		const consortium = await listAsked(db, actor.projectId, period.id);
		for (const one of consortium) {
			if (one.checkInId === null || one.version === null || one.state !== 'accepted-project') continue;
			const state = reopenedState(firstTier(one, consortium), one.answer);
			const row = { id: one.checkInId, version: one.version };
			await enterCheckInState(db, actor, row, { event: 'reopen', state, reason }, now);
		}
		await insertPeriodStep(db, actor, period, { event: 'reopen', reason }, now);
		await recordAudit(db, actor, 'period:reopen', auditedPeriod(period), now, { reason });
	});
}

async function setLock(
	db: Db,
	period: TakenPeriod,
	lock: { lockedAt: string | null; lockedBy: string | null }
): Promise<void> {
	const { numUpdatedRows } = await db
		.updateTable('checkInPeriod')
		.set({ ...lock, version: period.version + 1 })
		.where('id', '=', period.id)
		.where('version', '=', period.version)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw new Conflict({ state: lock.lockedAt === null ? 'open' : 'locked' });
}

async function insertPeriodStep(
	db: Db,
	actor: Actor,
	period: TakenPeriod,
	step: { event: 'lock' | 'reopen'; reason: string },
	now: Date
): Promise<void> {
	const { last } = await db
		.selectFrom('checkInPeriodStep')
		.select((eb) => eb.fn.max('number').as('last'))
		.where('periodId', '=', period.id)
		.executeTakeFirstOrThrow();
	await db
		.insertInto('checkInPeriodStep')
		.values({
			id: newId(),
			projectId: actor.projectId,
			periodId: period.id,
			number: Number(last ?? 0) + 1,
			...step,
			takenBy: actor.personId,
			takenFor: actor.actingFor?.name ?? '',
			takenAt: now.toISOString()
		})
		.execute();
}
