import { can, mayAlways, type Subject } from './can.ts';
import { mayReadPaper } from './meetings/papers.ts';
import type { Permission } from './permissions.ts';
import type { ItemKind } from './items.ts';
import { isRecordType, mayReadRecordEvidence, READ_RECORD, type RecordType } from './records.ts';
import { hasRole, type Actor } from './roles.ts';

export interface EvidenceFacts {
	level: 'PU' | 'SEN';
	organisationId: string;
	uses: readonly EvidenceUseFacts[];
}

/** One item, other record, answer of an institution or meeting that the evidence proves something about. */
export interface EvidenceUseFacts {
	kind: ItemKind | 'institution' | 'meeting' | RecordType;
	subject: Subject;
	/** Organisations on the access list of a sensitive item; empty: no such list. */
	accessOrganisationIds: readonly string[];
	/** Of those who linked it, when they did. */
	linkerOrganisationIds: readonly string[];
	/** Part of what became public: a file of the accepted version, or proof of a milestone's outcome. */
	isPublished: boolean;
}

/**
 * Evidence is read by whoever may read one of the items it is used for; what is used nowhere (yet) by who works in the
 * organisation that added it and by the coordinator. The public rule opens public evidence of what was published,
 * nothing else.
 */
export function mayReadEvidence(actor: Actor, evidence: EvidenceFacts): boolean {
	if (evidence.uses.length === 0) return isKeptBy(actor, evidence);
	return evidence.uses.some((use) => mayReadUse(actor, evidence, use));
}

/**
 * May this actor, who reads it, show it for something further? Sensitive evidence only its holder and the coordinator:
 * whoever takes part in the next record reads it too.
 */
export function mayPassOn(actor: Actor, evidence: Pick<EvidenceFacts, 'level' | 'organisationId'>): boolean {
	return evidence.level === 'PU' || isKeptBy(actor, evidence);
}

/** Who observes, evaluates or looks from within an organisation does not hold its evidence. */
function isKeptBy(actor: Actor, { organisationId }: Pick<EvidenceFacts, 'organisationId'>): boolean {
	if (hasRole(actor, 'coordinator')) return true;
	const grants = actor.grants.filter(({ by }) => by !== 'look');
	return organisationId === actor.organisationId && mayAlways({ ...actor, grants }, 'evidence:read');
}

/** What it takes to read what a piece of evidence is used for. */
export const READ_USE = {
	deliverable: 'deliverable:read',
	milestone: 'milestone:read',
	entry: 'entry:read',
	action: 'action:read',
	institution: 'catalogue:read',
	meeting: 'meeting:read',
	...READ_RECORD
} as const satisfies Record<EvidenceUseFacts['kind'], Permission>;

function mayReadUse(actor: Actor, evidence: EvidenceFacts, use: EvidenceUseFacts): boolean {
	const permission = READ_USE[use.kind];
	if (use.kind === 'meeting') {
		const organisationIds = [evidence.organisationId, ...use.linkerOrganisationIds];
		return mayReadPaper(actor, use.subject, { level: evidence.level, organisationIds });
	}
	if (isRecordType(use.kind)) {
		const organisationIds = [evidence.organisationId, ...use.linkerOrganisationIds];
		return mayReadRecordEvidence(actor, use.kind, use.subject, { level: evidence.level, organisationIds });
	}
	const isPublic = use.subject.isPublic === true && use.isPublished && evidence.level === 'PU';
	const subject = { ...use.subject, isPublic, isFinal: use.subject.isFinal === true && use.isPublished };
	const answer = can(actor, permission, subject);
	if (!answer.ok) return false;
	if (evidence.level === 'PU') return true;
	if (use.kind === 'institution') return mayJudge(actor, subject);
	if (use.kind !== 'milestone') return mayReadSensitiveFiles(actor, { ...use, subject });
	return mayReadSensitive(actor, subject, [evidence.organisationId, ...use.linkerOrganisationIds]);
}

/** Sensitive proof of an institution's readiness is for the institution and whoever may judge it. */
function mayJudge(actor: Actor, subject: Subject): boolean {
	return (
		(subject.organisationIds ?? []).includes(actor.organisationId) ||
		can(actor, 'institution:review', subject).ok
	);
}

/**
 * Sensitive proof of a milestone is for who takes part in it, who holds or linked the proof, the leader of its work
 * package, the coordinator, whoever is asked to verify it, and outsiders by a grant (domain.md 2, documents SEN).
 */
export function mayReadSensitive(
	actor: Actor,
	subject: Subject,
	organisationIds: readonly (string | null)[]
): boolean {
	const outside = actor.grants.filter(({ role }) => role === 'external-evaluator' || role === 'observer');
	if (can({ ...actor, grants: outside }, 'sensitive:read', subject).ok) return true;
	const reach = can(actor, 'review:read', subject);
	if (!reach.ok || reach.grant.by === 'look') return false;
	return (
		[...organisationIds, ...(subject.organisationIds ?? [])].includes(actor.organisationId) ||
		(subject.assignedPersonIds ?? []).includes(actor.personId) ||
		can(actor, 'milestone:claim', subject).ok
	);
}

/**
 * Sensitive files of a deliverable or an entry are for participants, for reviewers and evaluators of that very item
 * (domain.md 2, documents SEN), and once there is an access list for whom it names. A grant for that very item names, too.
 */
export function mayReadSensitiveFiles(
	actor: Actor,
	{ subject, accessOrganisationIds }: Pick<EvidenceUseFacts, 'subject' | 'accessOrganisationIds'>
): boolean {
	if (!can(actor, 'sensitive:read', subject).ok) return false;
	const named = actor.grants.filter(({ scopeType }) => scopeType === 'item');
	return (
		can({ ...actor, grants: named }, 'sensitive:read', subject).ok ||
		accessOrganisationIds.length === 0 ||
		accessOrganisationIds.includes(actor.organisationId) ||
		subject.leadOrganisationId === actor.organisationId ||
		(subject.assignedPersonIds ?? []).includes(actor.personId) ||
		hasRole(actor, 'coordinator', 'qa-lead')
	);
}
