import type { DeliverableReason } from './deliverable-reasons.ts';
import {
	isOpenBlocker,
	latestRound,
	latestVersion,
	type GivenSignature,
	type ReviewFacts,
	type Round
} from './deliverables.ts';
import { independenceBlocks } from './independence.ts';
import { isOfReview } from './reviews.ts';

/** `covers` the current file · `stale`: a newer file exists · `ended`: its round ended otherwise. */
export type SignatureStanding = 'covers' | 'stale' | 'ended';

/** Computed, never stored: whether a signature still speaks of what lies there now. */
export function signatureStanding(
	facts: Pick<ReviewFacts, 'versions' | 'rounds'>,
	signature: Pick<GivenSignature, 'versionId' | 'roundId'>
): SignatureStanding {
	if (signature.versionId !== latestVersion(facts)?.id) return 'stale';
	const round = facts.rounds.find((one) => one.id === signature.roundId);
	const stands = round?.id === latestRound(facts)?.id && (round?.outcome ?? 'quorum') === 'quorum';
	return stands || round?.outcome === 'break-glass' ? 'covers' : 'ended';
}

/** The signatures that count: distinct people, on exactly what the round froze, independent to this day. */
export function countingSignatures(facts: ReviewFacts, round: Round): GivenSignature[] {
	return onSameCovers(facts, round).filter((signature) => isIndependent(facts, signature));
}

/**
 * What the quorum of a round still lacks. That one signature comes from another organisation than the coordinator's
 * where that one leads (domain.md 2, rule 2) needs no check of its own: nobody of the lead can sign.
 */
export function quorumBlocks(facts: ReviewFacts, round: Round): DeliverableReason[] {
	const counting = countingSignatures(facts, round);
	const abroad = counting.filter((signature) => signature.country !== facts.leadCountry).length;
	const dependent = onSameCovers(facts, round).filter((signature) => !isIndependent(facts, signature));
	const open = facts.comments.filter((one) => one.roundId === round.id && isOpenBlocker(one));
	const authors = [...new Set(open.map((comment) => comment.author))];
	return [
		...dependent.map((one) => ({ code: 'signer-not-independent', person: one.personName }) as const),
		...(counting.length < round.quorum
			? [{ code: 'quorum-missing', signed: counting.length, needed: round.quorum } as const]
			: []),
		...(abroad < round.abroad
			? [
					{
						code: 'quorum-abroad-missing',
						signed: abroad,
						needed: round.abroad,
						country: facts.leadCountry ?? ''
					} as const
				]
			: []),
		...(open.length > 0
			? [{ code: 'blocking-comments-unanswered', count: open.length, authors } as const]
			: [])
	];
}

function onSameCovers(facts: ReviewFacts, round: Round): GivenSignature[] {
	const given = facts.signatures.filter(
		(one) => isOfReview(one.meaning) && one.roundId === round.id && one.coversSha256 === round.coversSha256
	);
	return given.filter((one, index) => given.findIndex((first) => first.personId === one.personId) === index);
}

function isIndependent(facts: ReviewFacts, signature: GivenSignature): boolean {
	const { personId, personName: name, organisationId, organisationAcronym: acronym, country } = signature;
	const signer = { personId, name, organisationId, acronym, country, roles: [] };
	return independenceBlocks(facts.history, signer).length === 0;
}
