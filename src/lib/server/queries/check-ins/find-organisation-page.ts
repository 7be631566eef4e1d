import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import { acceptBlocks } from '#lib/domain/check-ins/acceptance.ts';
import { isReported } from '#lib/domain/check-ins/standing.ts';
import { checkInSubject, mayReadAnswer, tierOf } from '#lib/domain/check-ins/rights.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { listAsked, type AskedOrganisation } from './list-asked.ts';
import { listOwnPeriods } from './list-own-periods.ts';
import { readCheckIn } from './read-check-in.ts';

/** What another organisation sent for a period, and what this actor may do with it. A draft is shown to nobody else. */
export async function findOrganisationCheckIn(
	db: Db,
	actor: Actor,
	{ startsOn, code }: { startsOn: Day; code: string },
	{ today, timeZone }: { today: Day; timeZone: string }
) {
	const { projectId } = actor;
	const { plan } = await findQualityPlan(db, projectId);
	const organisation = await findByCode(db, projectId, code);
	if (!organisation || !mayReadAnswer(actor, organisation)) return undefined;
	const periods = await listOwnPeriods(db, projectId, organisation.id, { plan, today, timeZone });
	const index = periods.findIndex((one) => one.startsOn === startsOn);
	const period = periods[index];
	if (!period) return undefined;
	const consortium = await listAsked(db, projectId, period.id);
	const one = consortium.find(({ id }) => id === organisation.id);
	if (!one) return undefined;
	const isSent =
		one.state === 'returned' || isReported(one.state === null ? undefined : { state: one.state });
	const { checkIn, standing, daysLate } = period;
	return {
		organisation,
		reasons: plan.slipReasons,
		period: { startsOn, endsOn: period.endsOn, dueOn: period.dueOn, lockedAt: period.lockedAt },
		standing,
		daysLate,
		exceptions: one.exceptions,
		sent: isSent && checkIn ? await readCheckIn(db, checkIn) : null,
		acts: actsOf(actor, one, consortium, period.lockedAt !== null),
		periods: periods
			.slice(-12)
			.map((other) => ({ startsOn: other.startsOn, endsOn: other.endsOn, standing: other.standing }))
	};
}

/** What the actor may do now, each with what still stands in its way. */
function actsOf(
	actor: Actor,
	one: AskedOrganisation,
	consortium: readonly AskedOrganisation[],
	isLocked: boolean
) {
	const may = !isLocked && can(actor, 'check-in:accept', checkInSubject(one)).ok;
	const tier = tierOf(actor);
	const isSent = isReported(one.state === null ? undefined : { state: one.state });
	const isAccepted =
		one.state === 'accepted-project' || (tier === 'country' && one.state === 'accepted-country');
	const blocks = acceptBlocks(one, consortium, { tier, organisationId: actor.organisationId }, '');
	return {
		tier,
		mayAccept: may && isSent && !isAccepted,
		blocks: may && isSent && !isAccepted ? blocks : [],
		mayReturn: may && isSent && !(tier === 'country' && one.state === 'accepted-project'),
		mayGoWithout: may && !isSent && !one.without.includes(tier)
	};
}

function findByCode(db: Db, projectId: string, code: string) {
	return db
		.selectFrom('organisation')
		.select(['id', 'code', 'acronym', 'name', 'country'])
		.where('projectId', '=', projectId)
		.where('code', '=', code)
		.executeTakeFirst();
}
