import { can, mayAlways, type Subject } from '#lib/domain/can.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { Tier } from './check-ins.ts';

/** For whom a check-in speaks: what permissions ask of it. */
export function checkInSubject(organisation: { id: string; country: string }): Subject {
	return {
		leadOrganisationId: organisation.id,
		organisationIds: [organisation.id],
		countries: [organisation.country]
	};
}

/** Whether an actor reads what an organisation said, and not only that it did. */
export function mayReadAnswer(actor: Actor, organisation: { id: string; country: string }): boolean {
	return can(actor, 'check-in-answer:read', checkInSubject(organisation)).ok;
}

/** Whom an actor accepts for: the project, or only the own country. */
export function tierOf(actor: Actor): Tier {
	return mayAlways(actor, 'check-in:accept') ? 'project' : 'country';
}
