import type { Role } from './roles.ts';

/** What is known of an item for judging independence; contributors come from an append-only record. */
export interface ItemHistory {
	leadOrganisationId: string | null;
	/** Organisation and, where known, person; `note` says how, e.g. "version 2". */
	contributions: readonly Contribution[];
	/** Declared conflicts that stand, for this item or for all. */
	conflicts: readonly { personId: string; reason: string }[];
	/** For whom people of the project worked before their present organisation. */
	former?: readonly { personId: string; organisationId: string; acronym: string }[];
}

export interface Contribution {
	organisationId: string;
	acronym: string;
	personId: string | null;
	kind: 'lead' | 'contributor' | 'author' | 'evidence';
	note: string;
}

export interface Candidate {
	personId: string;
	name: string;
	organisationId: string;
	acronym: string;
	country: string;
	roles: readonly Role[];
}

export type IndependenceReason =
	| { code: 'organisation-leads'; organisation: string }
	| { code: 'organisation-contributed'; organisation: string; kind: Contribution['kind']; note: string }
	| { code: 'person-authored'; person: string; note: string }
	| { code: 'conflict-declared'; person: string; reason: string }
	| { code: 'former-organisation'; person: string; organisation: string }
	/** Not a refusal of its own: who could, beside the reasons why this one cannot. */
	| { code: 'eligible-people'; people: readonly string[] };

/**
 * Why a person may not review or verify: four eyes by organisation, over the whole history and not just the present
 * lead (domain.md 2, rule 1). Every reason at once; empty means independent.
 */
export function independenceBlocks(item: ItemHistory, candidate: Candidate): IndependenceReason[] {
	const { personId, organisationId, acronym: organisation, name: person } = candidate;
	const reasons: IndependenceReason[] = [];
	if (item.leadOrganisationId === organisationId) reasons.push({ code: 'organisation-leads', organisation });
	const byOrganisation = item.contributions.find(
		(one) => one.kind !== 'lead' && one.organisationId === organisationId
	);
	if (byOrganisation)
		reasons.push({
			code: 'organisation-contributed',
			organisation,
			kind: byOrganisation.kind,
			note: byOrganisation.note
		});
	const formerLead = item.contributions.find(
		(one) => one.kind === 'lead' && one.organisationId === organisationId
	);
	if (formerLead && item.leadOrganisationId !== organisationId)
		reasons.push({ code: 'organisation-contributed', organisation, kind: 'lead', note: formerLead.note });
	const byPerson = item.contributions.find(
		(one) => one.personId === personId && one.organisationId !== organisationId
	);
	if (byPerson) reasons.push({ code: 'person-authored', person, note: byPerson.note });
	const concerned = [item.leadOrganisationId, ...item.contributions.map((one) => one.organisationId)];
	const former = (item.former ?? []).find(
		(one) =>
			one.personId === personId &&
			one.organisationId !== organisationId &&
			concerned.includes(one.organisationId)
	);
	if (former) reasons.push({ code: 'former-organisation', person, organisation: former.acronym });
	const conflict = item.conflicts.find((one) => one.personId === personId);
	if (conflict) reasons.push({ code: 'conflict-declared', person, reason: conflict.reason });
	return reasons;
}

/** The candidates who may sign, for the sentence that names them. */
export function eligibleReviewers<C extends Candidate>(item: ItemHistory, candidates: readonly C[]): C[] {
	return candidates.filter((candidate) => independenceBlocks(item, candidate).length === 0);
}
