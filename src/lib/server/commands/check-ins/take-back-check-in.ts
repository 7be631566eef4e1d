import type { Db } from '#db/schema.ts';
import { takeBackBlocks } from '#lib/domain/check-ins/acceptance.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { takeOwnCheckIn } from './save-check-in.ts';
import { auditedCheckIn, enterCheckInState } from './take-check-in.ts';
import { takePeriod } from './take-period.ts';

/** What was sent too early becomes a draft again, with everything that was typed. */
export function takeBackCheckIn(db: Db, actor: Actor, startsOn: string, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const period = await takePeriod(db, actor.projectId, startsOn, now);
		const { row } = await takeOwnCheckIn(db, actor, period, now);
		assertNone(takeBackBlocks(row.state, period, period.today));
		const set = { answer: null };
		await enterCheckInState(db, actor, row, { event: 'take-back', state: 'draft', reason: '', set }, now);
		const record = auditedCheckIn(row, period, actor.organisationAcronym);
		await recordAudit(db, actor, 'check-in:take-back', record, now, {});
	});
}
