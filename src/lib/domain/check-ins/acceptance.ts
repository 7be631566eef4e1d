import type { Day } from '#lib/domain/days.ts';
import { stateBlocks, type StateReason } from '#lib/domain/life-cycle.ts';
import type { CheckInReason } from './check-in-reasons.ts';
import { firstTier, type CheckInState, type Tier } from './check-ins.ts';
import { CHECK_IN_LIFE_CYCLE } from './life-cycle.ts';
import { isReported } from './standing.ts';
import { countryWaiting, isComplete, type Asked } from './waiting.ts';

type Reasons = (CheckInReason | StateReason)[];

/** Who accepts: for the whole project, or for the country of the grant. */
export interface Accepting {
	tier: Tier;
	organisationId: string;
}

/** Why what an organisation reported cannot be accepted by this tier. `note`: why the country is passed over. */
export function acceptBlocks(one: Asked, consortium: readonly Asked[], by: Accepting, note: string): Reasons {
	const state = one.state ?? 'draft';
	if (by.tier === 'country')
		return [
			...stateBlocks(CHECK_IN_LIFE_CYCLE, state, 'accept-country'),
			...(one.id === by.organisationId || firstTier(one, consortium) === 'project'
				? [{ code: 'own-organisation', organisation: one.acronym } as const]
				: [])
		];
	const wrong = stateBlocks(CHECK_IN_LIFE_CYCLE, state, 'accept-project');
	return wrong.length > 0 || note !== '' ? wrong : countryBlocks(one, consortium);
}

/** The project waits for the country: for its word on this one, and for its other partners. */
function countryBlocks(one: Asked, consortium: readonly Asked[]): CheckInReason[] {
	const { acronym: organisation, country } = one;
	if (!isSteered(country, consortium)) return [];
	if (one.state !== 'accepted-country' && firstTier(one, consortium) === 'country')
		return [{ code: 'country-first', organisation, country }];
	const waiting = countryWaiting(country, consortium);
	const organisations = [...waiting.forReports, ...waiting.forAcceptance];
	return isComplete(waiting) ? [] : [{ code: 'country-waits', country, organisations }];
}

function isSteered(country: string, consortium: readonly Asked[]): boolean {
	return consortium.some((one) => one.role === 'national-coordinator' && one.country === country);
}

/** What was sent can be corrected by its sender until the due day, while nobody has accepted it. */
export function takeBackBlocks(
	state: CheckInState | null,
	{ dueOn, lockedAt }: { dueOn: Day; lockedAt: string | null },
	today: Day
): Reasons {
	return [
		...stateBlocks(CHECK_IN_LIFE_CYCLE, state ?? 'draft', 'take-back'),
		...(lockedAt === null ? [] : [{ code: 'period-locked' } as const]),
		...(today > dueOn ? [{ code: 'correction-over', dueOn } as const] : [])
	];
}

/** What the project has accepted, the country no longer takes back. */
export function returnBlocks(one: Asked, tier: Tier, reason: string): Reasons {
	return [
		...stateBlocks(CHECK_IN_LIFE_CYCLE, one.state ?? 'draft', 'return'),
		...(tier === 'country' && one.state === 'accepted-project'
			? [{ code: 'accepted-by-project', organisation: one.acronym } as const]
			: []),
		...(reason.trim() === '' ? [{ code: 'return-reason-needed' } as const] : [])
	];
}

/** Only silence is gone on without; what came is read. */
export function withoutBlocks(one: Asked, reason: string): CheckInReason[] {
	return [
		...(reason.trim() === '' ? [{ code: 'without-reason-needed' } as const] : []),
		...(isReported(one.state === null ? undefined : { state: one.state })
			? [{ code: 'without-reported', organisation: one.acronym } as const]
			: [])
	];
}
