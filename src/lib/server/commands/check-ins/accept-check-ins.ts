import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { acceptBlocks } from '#lib/domain/check-ins/acceptance.ts';
import { checkInSubject, tierOf } from '#lib/domain/check-ins/rights.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { AcceptCheckIns } from '#lib/schemas/check-ins.ts';
import { tellOfAcceptance } from '#lib/server/mail/tell-of-check-in.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { listAsked } from '#lib/server/queries/check-ins/list-asked.ts';
import { auditedCheckIn, enterCheckInState, takeSeenCheckIn } from './take-check-in.ts';
import { takePeriod } from './take-period.ts';

/**
 * Accepts what organisations reported, for the country or for the project. All of them or none: a refusal names every
 * reason, also of those that alone would have passed. A note says why the coordinator does not wait for a country.
 */
export function acceptCheckIns(
	db: Db,
	actor: Actor,
	startsOn: string,
	input: AcceptCheckIns,
	now: Date
): Promise<{ count: number }> {
	return db.transaction().execute(async (db) => {
		const period = await takePeriod(db, actor.projectId, startsOn, now);
		const consortium = await listAsked(db, actor.projectId, period.id);
		const tier = tierOf(actor);
		const chosen = [];
		for (const seen of input.checkIns) {
			const row = await takeSeenCheckIn(db, actor.projectId, period.id, seen);
			const one = consortium.find(({ id }) => id === row.organisationId);
			if (!one) continue;
			assertCan(actor, 'check-in:accept', checkInSubject(one));
			chosen.push({ row, one });
		}
		const by = { tier, organisationId: actor.organisationId };
		assertNone([
			...(period.lockedAt === null ? [] : [{ code: 'period-locked' } as const]),
			...(chosen.length === 0 ? [{ code: 'nothing-to-accept' } as const] : []),
			...chosen.flatMap(({ one }) => acceptBlocks(one, consortium, by, input.note))
		]);
		const event = tier === 'country' ? 'accept-country' : 'accept-project';
		const state = tier === 'country' ? 'accepted-country' : 'accepted-project';
		for (const { row, one } of chosen) {
			await enterCheckInState(db, actor, row, { event, state, reason: input.note }, now);
			const record = auditedCheckIn(row, period, one.acronym);
			await recordAudit(db, actor, 'check-in:accept', record, now, { tier, note: input.note });
			const accepted = { reporterId: row.submittedBy, tier, note: input.note };
			await tellOfAcceptance(db, { actor, period, checkInId: row.id, one }, accepted, now);
		}
		return { count: chosen.length };
	});
}
