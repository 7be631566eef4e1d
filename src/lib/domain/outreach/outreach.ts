import type { Subject } from '#lib/domain/can.ts';
import type { OutreachState } from './states.ts';

export const OUTREACH_KINDS = ['event', 'information-day', 'publication', 'web', 'media'] as const;
export type OutreachKind = (typeof OUTREACH_KINDS)[number];

/** Emblem of the EU and disclaimer: seen on it, or not owed (somebody else's article, say). */
export type Visibility = 'confirmed' | 'not-applicable';

interface Participation {
	leadOrganisationId: string | null;
	leadCountry: string | null;
	organisationIds: readonly string[];
	workPackageIds: readonly string[];
	isPublic: boolean;
}

/** Whom a line of the log, or an activity of mobility and training, belongs to: the country is its organiser's. */
export function participationSubject(of: Participation): Subject {
	return {
		leadOrganisationId: of.leadOrganisationId,
		organisationIds: [
			...(of.leadOrganisationId === null ? [] : [of.leadOrganisationId]),
			...of.organisationIds
		],
		countries: of.leadCountry === null ? [] : [of.leadCountry],
		workPackageIds: of.workPackageIds,
		isPublic: of.isPublic
	};
}

/** To outsiders the log shows what is public and took place. */
export function isPublicOutreach({ level, state }: { level: 'PU' | 'SEN'; state: OutreachState }): boolean {
	return level === 'PU' && state === 'done';
}
