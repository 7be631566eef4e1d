import type { Db } from '#db/schema.ts';
import { openRound, type GivenSignature, type ReviewFacts } from '#lib/domain/deliverables.ts';
import { independenceBlocks, type Candidate } from '#lib/domain/independence.ts';
import { eligibleSigners, isSigningCandidate } from '#lib/domain/reviewers.ts';
import { signatureStanding, type SignatureStanding } from '#lib/domain/quorum.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { listAnsweredItems } from '#lib/server/queries/find-checklist.ts';
import type { FoundEntryReview } from '#lib/server/queries/find-entry-review.ts';
import type { ItemFacts } from '#lib/server/queries/find-item-facts.ts';
import { listReviewCandidates } from '#lib/server/queries/list-review-candidates.ts';
import { sentenceOf } from '#lib/text/reasons.ts';

/** An item of any kind that is reviewed. */
interface Found extends Pick<ItemFacts, 'item' | 'history' | 'assignments'> {
	facts: ReviewFacts;
	records: Pick<FoundEntryReview['records'], 'rounds' | 'comments' | 'signatures'>;
}

/**
 * The open round as its reviewer fills it in: what is covered, the pinned checklist, and the reviewer's own answers,
 * which are read only where the form is open.
 */
export async function reviewForm(db: Db, actor: Actor, { facts, records }: Found, isOpen: boolean) {
	const open = openRound(facts);
	const round = records.rounds.find((one) => one.id === open?.id);
	if (!round) return null;
	const asked = { id: round.id, personId: actor.personId };
	const items = isOpen ? await listAnsweredItems(db, round.checklistVersionId ?? '', asked) : null;
	const version = facts.versions.find((one) => one.id === round.versionId);
	return {
		round: round.number,
		dueOn: round.dueOn,
		note: round.note,
		coversSha256: round.coversSha256,
		version: version?.number ?? 0,
		files: version?.files ?? [],
		checklist: `${round.checklistCode ?? ''} version ${round.checklistNumber ?? 0}`,
		items: items?.map((item) => ({ ...item, answer: item.answer ?? '', note: item.note ?? '' }))
	};
}

/** Rounds with what was said and signed in them, the newest first. */
export function roundsOf({ facts, records }: Found) {
	return records.rounds.toReversed().map((round) => ({
		id: round.id,
		number: round.number,
		version: facts.versions.find((one) => one.id === round.versionId)?.number ?? null,
		checklist: `${round.checklistCode ?? ''} version ${round.checklistNumber ?? 0}`,
		quorum: round.quorum,
		abroad: round.abroad,
		note: round.note,
		openedAt: round.openedAt,
		dueOn: round.dueOn,
		closedAt: round.closedAt,
		outcome: round.outcome,
		outcomeReason: round.outcomeReason,
		comments: records.comments
			.filter((comment) => comment.roundId === round.id)
			.map(({ roundId: _, checklistItemId: __, ...comment }) => comment)
	}));
}

/** Every signature with whether it still covers what lies there. */
export function signaturesOf(
	{ facts, records }: Found,
	standingOf: (signature: GivenSignature & { covers: string }) => SignatureStanding = (one) =>
		signatureStanding(facts, one)
) {
	return records.signatures.toReversed().map((signature) => ({
		id: signature.id,
		person: signature.personName,
		organisation: signature.organisationAcronym,
		role: signature.role,
		meaning: signature.meaning,
		statement: signature.statement,
		signedAt: signature.signedAt,
		coversSha256: signature.coversSha256,
		round: facts.rounds.find((round) => round.id === signature.roundId)?.number ?? null,
		standing: standingOf(signature)
	}));
}

/** The assigned reviewers as they stand today. */
export function reviewersOf({ facts, assignments }: Found) {
	const round = openRound(facts);
	return assignments.map((one) => ({
		assignmentId: one.id,
		personId: one.personId,
		name: one.name,
		acronym: one.acronym,
		country: one.country,
		kind: one.kind,
		external: one.external === 1,
		independence: independenceBlocks(facts.history, { ...one, roles: [] }).map(sentenceOf),
		hasSigned: facts.signatures.some(
			(signature) => signature.roundId === round?.id && signature.personId === one.personId
		)
	}));
}

/** Whom the QA lead could ask, with the reason where not. */
export async function candidatesFor(db: Db, actor: Actor, found: Found, today: string) {
	const candidates = await listReviewCandidates(db, actor.projectId, today);
	const assigned = found.assignments.map((one) => one.personId);
	const eligible = eligibleSigners(found.history, candidates, assigned).length;
	const described = candidates
		.filter((one) => !assigned.includes(one.personId) || !isSigningCandidate(one))
		.map((one: Candidate) => ({
			personId: one.personId,
			name: one.name,
			acronym: one.acronym,
			country: one.country,
			isSigning: isSigningCandidate(one),
			isEvaluator: one.roles.includes('external-evaluator'),
			isAbroad: one.country !== found.item.leadCountry,
			independence: independenceBlocks(found.history, one).map(sentenceOf)
		}));
	return { eligible, candidates: described };
}
