import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { returnBlocks } from '#lib/domain/check-ins/acceptance.ts';
import { checkInSubject, tierOf } from '#lib/domain/check-ins/rights.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { ReturnCheckIn } from '#lib/schemas/check-ins.ts';
import { tellOfReturn } from '#lib/server/mail/tell-of-check-in.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { listAsked } from '#lib/server/queries/check-ins/list-asked.ts';
import { auditedCheckIn, enterCheckInState, takeSeenCheckIn } from './take-check-in.ts';
import { takePeriod } from './take-period.ts';

/** Gives a check-in back with what is missing or unclear; it is its organisation's again. */
export function returnCheckIn(
	db: Db,
	actor: Actor,
	startsOn: string,
	{ checkIn, reason }: ReturnCheckIn,
	now: Date
): Promise<{ acronym: string }> {
	return db.transaction().execute(async (db) => {
		const period = await takePeriod(db, actor.projectId, startsOn, now);
		const row = await takeSeenCheckIn(db, actor.projectId, period.id, checkIn);
		const consortium = await listAsked(db, actor.projectId, period.id);
		const one = consortium.find(({ id }) => id === row.organisationId);
		if (!one) throw new NotFound();
		assertCan(actor, 'check-in:return', checkInSubject(one));
		assertNone([
			...(period.lockedAt === null ? [] : [{ code: 'period-locked' } as const]),
			...returnBlocks(one, tierOf(actor), reason)
		]);
		await enterCheckInState(db, actor, row, { event: 'return', state: 'returned', reason }, now);
		const record = auditedCheckIn(row, period, one.acronym);
		await recordAudit(db, actor, 'check-in:return', record, now, { reason });
		await tellOfReturn(db, { actor, period, checkInId: row.id, one }, reason, now);
		return { acronym: one.acronym };
	});
}
