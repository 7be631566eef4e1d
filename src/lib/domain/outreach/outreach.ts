import { can, type Subject } from '#lib/domain/can.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { OutreachReason } from './reasons.ts';
import type { OutreachState } from './states.ts';

export const OUTREACH_KINDS = ['event', 'information-day', 'publication', 'web', 'media'] as const;
export type OutreachKind = (typeof OUTREACH_KINDS)[number];

/** Emblem of the EU and disclaimer: seen on it, or not owed (somebody else's article, say). */
/** `incomplete`: somebody looked, and something is missing. */
export type Visibility = 'confirmed' | 'incomplete' | 'not-applicable';

/** Looked at, and nothing is owed any more. */
export function isVisible(visibility: string | null): boolean {
	return visibility !== null && visibility !== 'incomplete';
}

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

/**
 * Who takes part may add to a record; whose it is, only its organiser says, or who stands above both (domain.md 2:
 * partners edit their own organisation's).
 */
export function organiserBlocks(
	actor: Actor,
	permission: 'outreach:edit' | 'mobility:edit',
	{ code, organisationId: from, subject }: { code: string; organisationId: string | null; subject: Subject },
	to: string | null
): OutreachReason[] {
	const organiser = { ...subject, organisationIds: from === null ? [] : [from] };
	return from === to || can(actor, permission, organiser).ok
		? []
		: [{ code: 'organiser-stays', record: code }];
}

/** To outsiders the log shows what is public and took place. */
export function isPublicOutreach({ level, state }: { level: 'PU' | 'SEN'; state: OutreachState }): boolean {
	return level === 'PU' && state === 'done';
}
