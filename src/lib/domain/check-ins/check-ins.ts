import type { OrganisationRole } from '#lib/domain/organisations.ts';

/** What is stored; that nobody answered and that a period is locked are read off the rest. */
export const CHECK_IN_STATES = [
	'draft',
	'submitted',
	'nil',
	'returned',
	'accepted-country',
	'accepted-project'
] as const;
export type CheckInState = (typeof CHECK_IN_STATES)[number];

/** A nil return says that there is nothing to report, which is an answer. */
export type CheckInAnswer = 'report' | 'nil';

/** The national coordinator accepts for the country, the coordinator for the project. */
export type Tier = 'country' | 'project';

export const LINE_KINDS = ['deliverable', 'milestone', 'action', 'entry', 'review', 'risk'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

export const LINE_ANSWERS = ['no-change', 'on-track', 'new-forecast', 'blocked', 'done'] as const;
export type LineAnswer = (typeof LINE_ANSWERS)[number];

export const CHECK_IN_EVENTS = [
	'submit',
	'report-nil',
	'take-back',
	'return',
	'accept-country',
	'accept-project',
	'reopen'
] as const;
export type CheckInEvent = (typeof CHECK_IN_EVENTS)[number];

/** Nobody waits for the organisation any more. */
export const REPORTED_STATES: readonly CheckInState[] = [
	'submitted',
	'nil',
	'accepted-country',
	'accepted-project'
];

/** The organisation may still write. */
export const WRITABLE_STATES: readonly CheckInState[] = ['draft', 'returned'];

export interface Reporter {
	id: string;
	acronym: string;
	country: string;
	role: OrganisationRole;
}

/** Every organisation of the consortium reports for itself; outsiders who only advise do not. */
export function isExpected(organisation: Pick<Reporter, 'role'>): boolean {
	return organisation.role !== 'external';
}

/**
 * Who accepts first. Where a national coordinator steers a country, the country comes before the project; nobody
 * accepts for the country what their own organisation reported, so that goes to the project at once.
 */
export function firstTier(
	organisation: Pick<Reporter, 'country' | 'role'>,
	consortium: readonly Pick<Reporter, 'country' | 'role'>[]
): Tier {
	if (organisation.role === 'national-coordinator') return 'project';
	return steeredCountries(consortium).includes(organisation.country) ? 'country' : 'project';
}

/** Countries with a national coordinator in the consortium. */
export function steeredCountries(consortium: readonly Pick<Reporter, 'country' | 'role'>[]): string[] {
	const steering = consortium.filter(({ role }) => role === 'national-coordinator');
	return [...new Set(steering.map(({ country }) => country))];
}
