import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { withoutBlocks } from '#lib/domain/check-ins/acceptance.ts';
import { checkInSubject, tierOf } from '#lib/domain/check-ins/rights.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { GoWithout } from '#lib/schemas/check-ins.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { listAsked, type AskedOrganisation } from '#lib/server/queries/check-ins/list-asked.ts';
import { takePeriod } from './take-period.ts';

/** "Accepted without X, because …": the tier no longer waits for organisations that said nothing. */
export function goWithout(
	db: Db,
	actor: Actor,
	startsOn: string,
	{ organisationIds, reason }: GoWithout,
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const { projectId } = actor;
		const period = await takePeriod(db, projectId, startsOn, now);
		const consortium = await listAsked(db, projectId, period.id);
		const chosen = organisationIds.map((id) => find(consortium, id));
		for (const one of chosen) assertCan(actor, 'check-in:accept', checkInSubject(one));
		assertNone([
			...(period.lockedAt === null ? [] : [{ code: 'period-locked' } as const]),
			...chosen.flatMap((one) => withoutBlocks(one, reason))
		]);
		const tier = tierOf(actor);
		for (const one of chosen) {
			if (one.without.includes(tier)) continue;
			const id = newId();
			await db
				.insertInto('checkInException')
				.values({
					...{ id, projectId, periodId: period.id, organisationId: one.id, tier, reason },
					madeBy: actor.personId,
					madeFor: actor.actingFor?.name ?? '',
					madeAt: now.toISOString(),
					endedAt: null
				})
				.execute();
			const record = { type: 'check-in', id, label: `Check-in ${one.acronym} ${startsOn}` };
			await recordAudit(db, actor, 'check-in:without', record, now, { tier, reason });
		}
	});
}

function find(consortium: readonly AskedOrganisation[], id: string): AskedOrganisation {
	const one = consortium.find((organisation) => organisation.id === id);
	if (!one) throw new NotFound();
	return one;
}
