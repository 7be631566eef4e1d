import { can, type Subject } from './can.ts';
import type { Permission } from './permissions.ts';
import type { ItemKind } from './items.ts';
import { hasRole, type Actor } from './roles.ts';

export interface EvidenceFacts {
	level: 'PU' | 'SEN';
	organisationId: string;
	uses: readonly EvidenceUseFacts[];
}

/** One item that the evidence proves something about. */
export interface EvidenceUseFacts {
	kind: ItemKind;
	subject: Subject;
	/** Organisations on the access list of a sensitive item; empty: no such list. */
	accessOrganisationIds: readonly string[];
	/** Part of what became public: a file of the accepted version, or proof of a milestone's outcome. */
	isPublished: boolean;
}

/**
 * Evidence is read by whoever may read one of the items it is used for; what is used nowhere (yet) by the organisation
 * that added it and by the coordinator. The public rule opens public evidence of what was published, nothing else.
 */
export function mayReadEvidence(actor: Actor, evidence: EvidenceFacts): boolean {
	if (evidence.uses.length === 0)
		return evidence.organisationId === actor.organisationId || hasRole(actor, 'coordinator');
	return evidence.uses.some((use) => mayReadUse(actor, evidence, use));
}

const READING = {
	deliverable: 'deliverable:read',
	milestone: 'milestone:read',
	entry: 'entry:read'
} as const satisfies Record<ItemKind, Permission>;

function mayReadUse(actor: Actor, evidence: EvidenceFacts, use: EvidenceUseFacts): boolean {
	const permission = READING[use.kind];
	const isPublic = use.subject.isPublic === true && use.isPublished && evidence.level === 'PU';
	if (!can(actor, permission, { ...use.subject, isPublic }).ok) return false;
	// An external evaluator reads sensitive evidence by grant or assignment, as the reviews of that very item.
	const isInReach = can(actor, 'review:read', use.subject).ok;
	return evidence.level === 'PU' || (isInReach && isOnAccessList(actor, use));
}

function isOnAccessList(actor: Actor, use: EvidenceUseFacts): boolean {
	const { subject, accessOrganisationIds } = use;
	return (
		accessOrganisationIds.length === 0 ||
		accessOrganisationIds.includes(actor.organisationId) ||
		subject.leadOrganisationId === actor.organisationId ||
		(subject.assignedPersonIds ?? []).includes(actor.personId) ||
		hasRole(actor, 'coordinator', 'qa-lead')
	);
}
