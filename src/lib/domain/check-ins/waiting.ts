import { firstTier, isExpected, type CheckInState, type Reporter, type Tier } from './check-ins.ts';
import { isReported } from './standing.ts';

/** One organisation in one period, with what stands instead of its report. */
export interface Asked extends Reporter {
	state: CheckInState | null;
	/** Tiers that go on without it, because somebody said why. */
	without: readonly Tier[];
}

/** How far a country, or the whole consortium, has come in a period. */
export interface Waiting {
	asked: number;
	/** Nothing to accept yet from these: silent, in draft, returned. */
	forReports: readonly string[];
	/** Reported, and not accepted by this tier yet. */
	forAcceptance: readonly string[];
	/** The tier goes on without these. */
	without: readonly string[];
}

const ACCEPTED = {
	country: ['accepted-country', 'accepted-project'],
	project: ['accepted-project']
} as const;

/** What a country waits for: of its national coordinator's own organisation only the report. */
export function countryWaiting(country: string, consortium: readonly Asked[]): Waiting {
	const own = consortium.filter((one) => isExpected(one) && one.country === country);
	return waiting(own, 'country', consortium);
}

/** A part of the consortium as it is told: who owes what, and whose word is awaited. */
export interface PartStanding extends Waiting {
	/** Of those without a report: it came, and went back for a better answer. */
	returned: readonly string[];
	/** Reported, and not accepted by the coordinator, whose turn it is. */
	forProject: readonly string[];
}

/** Countries, in which nothing is done before the coordinator has accepted everything. */
export function partStanding(countries: readonly string[], consortium: readonly Asked[]): PartStanding {
	const own = consortium.filter((one) => isExpected(one) && countries.includes(one.country));
	const here = waiting(own, 'country', consortium);
	const names = (some: readonly Asked[]) => some.map(({ acronym }) => acronym);
	return {
		...here,
		returned: names(own.filter((one) => one.state === 'returned' && here.forReports.includes(one.acronym))),
		forProject: names(
			own.filter(
				(one) =>
					isReported(stateOf(one)) &&
					one.state !== 'accepted-project' &&
					!here.forAcceptance.includes(one.acronym)
			)
		)
	};
}

/** Has everything of this part been accepted, as far as it is not gone on without? */
export function isDone(part: PartStanding): boolean {
	return isComplete(part) && part.forProject.length === 0;
}

/** "Waiting for 2 of 5 KZ partners" adds up to this. */
export function projectWaiting(consortium: readonly Asked[]): Waiting {
	return waiting(consortium.filter(isExpected), 'project', consortium);
}

/** Is nothing of this part waited for any more? */
export function isComplete({ forReports, forAcceptance }: Waiting): boolean {
	return forReports.length + forAcceptance.length === 0;
}

function waiting(part: readonly Asked[], tier: Tier, consortium: readonly Asked[]): Waiting {
	const isWithout = (one: Asked) => !isReported(stateOf(one)) && isExcepted(one, tier);
	const isAccepted = (one: Asked) =>
		ACCEPTED[tier].some((state) => state === one.state) ||
		(tier === 'country' && firstTier(one, consortium) === 'project' && isReported(stateOf(one)));
	const names = (some: readonly Asked[]) => some.map(({ acronym }) => acronym);
	const open = part.filter((one) => !isAccepted(one) && !isWithout(one));
	return {
		asked: part.length,
		forReports: names(open.filter((one) => !isReported(stateOf(one)))),
		forAcceptance: names(open.filter((one) => isReported(stateOf(one)))),
		without: names(part.filter(isWithout))
	};
}

/** The coordinator's word counts for the country too; the country's does not for the project. */
function isExcepted(one: Asked, tier: Tier): boolean {
	return one.without.includes('project') || (tier === 'country' && one.without.includes('country'));
}

function stateOf({ state }: Asked) {
	return state === null ? undefined : { state };
}
