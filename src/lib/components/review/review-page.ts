import type { RoundOutcome, SignatureMeaning } from '#lib/domain/reviews.ts';
import type { Role } from '#lib/domain/roles.ts';

interface Said {
	text: string;
	next: string | null;
}

/** The answer to the form that was just sent, if it was refused. */
export type SentForm = {
	action: string;
	values: Record<string, string | string[]>;
	issues: Record<string, string>;
	reasons: Said[];
	theirs: Record<string, string> | null;
} | null;

export interface ShownComment {
	id: string;
	authorId: string;
	author: string;
	organisation: string;
	blocking: number;
	text: string;
	createdAt: string;
	withdrawnAt: string | null;
	answer: string | null;
	answeredBy: string | null;
	answeredAt: string | null;
}

/** What the evaluation said of an item, and what the reader may say to it. */
export interface ShownOpinions {
	item: { id: string };
	said: readonly ShownComment[];
	mayGive: boolean;
	mayAnswer: boolean;
	commentKey: string;
	personId: string;
	timeZone: string;
}

interface ShownRound {
	id: string;
	number: number;
	version: number | null;
	checklist: string;
	quorum: number;
	abroad: number;
	openedAt: string;
	dueOn: string | null;
	closedAt: string | null;
	outcome: RoundOutcome | null;
	outcomeReason: string | null;
	comments: readonly ShownComment[];
}

interface ShownReviewer {
	assignmentId: string;
	personId: string;
	name: string;
	acronym: string;
	country: string;
	kind: 'signing' | 'opinion';
	external: boolean;
	independence: readonly Said[];
	hasSigned: boolean;
}

export interface ShownCandidates {
	eligible: number;
	candidates: readonly {
		personId: string;
		name: string;
		acronym: string;
		country: string;
		isSigning: boolean;
		isEvaluator: boolean;
		independence: readonly Said[];
	}[];
}

export interface ShownSignature {
	id: string;
	person: string;
	organisation: string;
	role: Role;
	meaning: SignatureMeaning;
	statement: string;
	signedAt: string;
	coversSha256: string;
	round: number | null;
	standing: 'covers' | 'stale' | 'ended';
}

/** What the parts of a review show, whatever is reviewed. */
export interface ReviewPage {
	project: { slug: string };
	item: { id: string; state: string };
	steps: readonly { name: string; blocks: readonly Said[] }[];
	rounds: readonly ShownRound[];
	signatures: readonly ShownSignature[];
	reviewers: readonly ShownReviewer[];
	assigning: ShownCandidates | null;
	proposals: readonly { personId: string; person: string; organisation: string; by: string; at: string }[];
	mayAnswer: boolean;
	mayComment: boolean;
	mayDeclareConflict: boolean;
	commentsLocked: boolean;
	commentKey: string;
	personId: string;
	timeZone: string;
}

/** The open round as its reviewer fills it in. */
export interface ShownReview {
	round: number;
	dueOn: string | null;
	note: string;
	coversSha256: string;
	checklist: string;
	/** Left out where the form is not open. */
	items?:
		| readonly { id: string; text: string; help: string; mandatory: number; answer: string; note: string }[]
		| undefined;
}

export interface ReviewerPage extends ReviewPage {
	review: ShownReview | null;
	isFresh: boolean;
	personName: string;
}
