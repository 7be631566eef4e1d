import type { Db } from '#db/schema.ts';
import { can, mayEver } from '#lib/domain/can.ts';
import { firstTier, steeredCountries } from '#lib/domain/check-ins/check-ins.ts';
import { lockBlocks } from '#lib/domain/check-ins/period-lock.ts';
import { checkInFacts, daysLate, isReported, reportValue, standing } from '#lib/domain/check-ins/standing.ts';
import { partStanding } from '#lib/domain/check-ins/waiting.ts';
import { checkInSubject, mayReadAnswer, tierOf } from '#lib/domain/check-ins/rights.ts';
import { isAcceptable } from '#lib/domain/waiting/lines.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { total } from '#lib/domain/values.ts';
import { findQualityPlan } from '#lib/server/queries/find-quality-plan.ts';
import { findLockFacts } from './find-lock-facts.ts';
import { listAsked, type AskedOrganisation } from './list-asked.ts';
import { listPeriods, type ListedPeriod } from './list-periods.ts';

interface Context {
	today: Day;
	timeZone: string;
}

/** A period with every organisation in it, country by country: who reported, what waits for whom, what locks it. */
export async function findPeriodPage(db: Db, actor: Actor, startsOn: Day, { today, timeZone }: Context) {
	const { projectId } = actor;
	const { plan } = await findQualityPlan(db, projectId);
	const periods = await listPeriods(db, projectId, plan, today);
	const period = periods.find((one) => one.startsOn === startsOn);
	if (!period) return undefined;
	const asked = await listAsked(db, projectId, period.id);
	const facts = await findLockFacts(db, projectId, period, today, asked);
	const mayAccept = mayEver(actor, 'check-in:accept');
	return {
		period,
		periods: periods.slice(-12).map(({ startsOn, endsOn, lockedAt }) => ({ startsOn, endsOn, lockedAt })),
		covered: total(asked.map((one) => reportValue(factsOf(one, timeZone)))),
		isSample: asked.some(({ origin }) => origin === 'sample'),
		parts: partsOf(actor, asked).map((countries) => ({
			countries,
			waiting: partStanding(countries, asked),
			organisations: asked
				.filter(({ country }) => countries.includes(country))
				.map((one) => organisationOf(actor, one, asked, period, { today, timeZone }))
		})),
		mayAccept,
		tier: mayAccept ? tierOf(actor) : null,
		lock: can(actor, 'period:lock', {}).ok ? { blocks: lockBlocks(facts, today) } : null,
		steps: period.id === null ? [] : await listPeriodSteps(db, period.id)
	};
}

/** Each country with a national coordinator by itself, one's own first; the others go to the coordinator together. */
function partsOf(actor: Actor, asked: readonly AskedOrganisation[]): string[][] {
	const steered = steeredCountries(asked);
	const direct = [...new Set(asked.map(({ country }) => country))].filter((one) => !steered.includes(one));
	const parts = [...(direct.length > 0 ? [direct] : []), ...steered.map((country) => [country])];
	const isOwn = (countries: readonly string[]) => countries.includes(actor.country);
	return [...parts.filter(isOwn), ...parts.filter((part) => !isOwn(part))];
}

function organisationOf(
	actor: Actor,
	one: AskedOrganisation,
	asked: readonly AskedOrganisation[],
	period: ListedPeriod,
	{ today, timeZone }: Context
) {
	const facts = factsOf(one, timeZone);
	const isSent = isReported(one.state === null ? undefined : { state: one.state });
	const may = period.lockedAt === null && can(actor, 'check-in:accept', checkInSubject(one)).ok;
	const tier = may ? tierOf(actor) : 'country';
	return {
		id: one.id,
		code: one.code,
		acronym: one.acronym,
		name: one.name,
		standing: standing(period, facts, today),
		daysLate: daysLate(period, facts),
		submittedAt: one.submittedAt,
		submittedBy: one.submittedBy,
		/** Sent before, and taken back by its sender. */
		isCorrected: one.state === 'draft' && one.firstSubmittedAt !== null,
		firstTier: firstTier(one, asked),
		mayRead: mayReadAnswer(actor, one),
		exceptions: one.exceptions,
		/** Its id and version as the form sends them, where this actor can accept it now. */
		accept:
			period.lockedAt === null && isAcceptable(one, asked, actor)
				? `${one.checkInId ?? ''}.${one.version ?? 0}`
				: null,
		mayGoWithout: may && !isSent && !one.without.includes(tier)
	};
}

function factsOf({ state, answer, firstSubmittedAt }: AskedOrganisation, timeZone: string) {
	return state === null ? undefined : checkInFacts({ state, answer, firstSubmittedAt }, timeZone);
}

function listPeriodSteps(db: Db, periodId: string) {
	return db
		.selectFrom('checkInPeriodStep')
		.leftJoin('person', 'person.id', 'checkInPeriodStep.takenBy')
		.select(['checkInPeriodStep.number', 'event', 'reason', 'takenFor', 'takenAt', 'person.name'])
		.where('periodId', '=', periodId)
		.orderBy('checkInPeriodStep.number')
		.execute();
}
