import type { Generated } from 'kysely';
import type { RoundOutcome, SignatureMeaning } from '#lib/domain/reviews.ts';
import type { Origin } from '#lib/domain/origin.ts';
import type { Role } from '#lib/domain/roles.ts';

/** The consortium's own rules, versioned; `settings` is JSON of `QualityPlan`. */
export interface QualityPlanVersion {
	id: string;
	projectId: string;
	number: number;
	settings: string;
	note: string;
	publishedBy: string | null;
	publishedAt: string;
	origin: Origin;
}

export interface Checklist {
	id: string;
	projectId: string;
	code: string;
	title: string;
	appliesTo: 'deliverable' | 'entry' | 'institution';
}

export interface ChecklistVersion {
	id: string;
	projectId: string;
	checklistId: string;
	number: number;
	/** SHA-256 over the canonical items. */
	sha256: string;
	note: string;
	publishedBy: string | null;
	publishedAt: string;
	origin: Origin;
}

export interface ChecklistItem {
	id: string;
	checklistVersionId: string;
	position: number;
	text: string;
	help: string;
	mandatory: number;
	/** Heading it stands under, where a list has several. */
	section: Generated<string>;
}

/** Who is asked to review or verify an item. */
export interface ReviewAssignment {
	id: string;
	projectId: string;
	itemId: string;
	personId: string;
	/** `signing` counts for the quorum, `opinion` advises. */
	kind: 'signing' | 'opinion';
	/** External evaluator appointed because no eligible reviewer exists. */
	external: Generated<number>;
	assignedBy: string;
	assignedAt: string;
	endedAt: string | null;
	endedBy: string | null;
	endReason: string | null;
}

/** A review of a deliverable's frozen version, or a milestone's claim. Its rules are frozen with it. */
export interface ReviewRound {
	id: string;
	projectId: string;
	itemId: string;
	number: number;
	versionId: string | null;
	checklistVersionId: string | null;
	quorum: number;
	/** Of the quorum, so many from outside the lead's country. */
	abroad: Generated<number>;
	/** Canonical JSON of what a signature in this round covers, and its SHA-256. */
	covers: string;
	coversSha256: string;
	note: string;
	achievedOn: string | null;
	openedBy: string;
	openedAt: string;
	dueOn: string | null;
	closedAt: string | null;
	outcome: RoundOutcome | null;
	outcomeReason: string | null;
}

export interface ChecklistAnswer {
	roundId: string;
	personId: string;
	checklistItemId: string;
	answer: 'yes' | 'no' | 'not-applicable';
	note: string;
	answeredAt: string;
}

export interface ReviewComment {
	id: string;
	projectId: string;
	itemId: string;
	/** Null: an opinion of the evaluation, which belongs to no review. */
	roundId: string | null;
	authorId: string;
	organisationId: string;
	blocking: number;
	text: string;
	checklistItemId: string | null;
	createdAt: string;
	withdrawnAt: string | null;
	answer: string | null;
	answeredBy: string | null;
	answeredAt: string | null;
}

/** A verifier's verdict on one means of verification within a claim. */
export interface Judgement {
	roundId: string;
	meansId: string;
	personId: string;
	verdict: 'sufficient' | 'insufficient';
	note: string;
	judgedAt: string;
}

/** Never changed, never removed; names and role as they were when signing. */
export interface Signature {
	id: string;
	projectId: string;
	itemId: string;
	roundId: string | null;
	versionId: string | null;
	meaning: SignatureMeaning;
	personId: string;
	personName: string;
	organisationId: string;
	organisationAcronym: string;
	role: Role;
	statement: string;
	covers: string;
	coversSha256: string;
	authenticatedAt: string;
	signedAt: string;
}

/** A declared conflict of interest beside what the contributor record shows. */
export interface DeclaredConflict {
	id: string;
	projectId: string;
	personId: string;
	/** Null: every item of the project. */
	itemId: string | null;
	reason: string;
	declaredBy: string;
	declaredAt: string;
	endedAt: string | null;
	endedBy: Generated<string | null>;
	endReason: Generated<string | null>;
}

/** Every approval without its quorum, by whose decision and why; one never hides an earlier one. */
export interface BrokenGlass {
	id: string;
	projectId: string;
	itemId: string;
	reason: string;
	reference: string;
	/** Null for those of before this was kept. */
	brokenBy: string | null;
	brokenAt: string;
}

export interface ReviewTables {
	qualityPlanVersion: QualityPlanVersion;
	checklist: Checklist;
	checklistVersion: ChecklistVersion;
	checklistItem: ChecklistItem;
	reviewAssignment: ReviewAssignment;
	reviewRound: ReviewRound;
	checklistAnswer: ChecklistAnswer;
	reviewComment: ReviewComment;
	judgement: Judgement;
	signature: Signature;
	brokenGlass: BrokenGlass;
	declaredConflict: DeclaredConflict;
}
