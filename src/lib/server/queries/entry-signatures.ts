import { entrySignatureStanding } from '#lib/domain/catalogue/entry-covers.ts';
import type { Algorithm } from '#lib/domain/catalogue/algorithm.ts';
import { parseCovers } from '#lib/schemas/catalogue/entry-covers.ts';
import type { FoundEntry } from './find-entry-facts.ts';
import type { ListedSignature } from './list-signatures.ts';

/** The signatures on an entry, newest first, with whether each still covers what lies there. */
export function entrySignatures(
	{ item, entry, facts }: FoundEntry,
	algorithm: Algorithm,
	signatures: readonly ListedSignature[]
) {
	const state = entry.heldFrom ?? item.state;
	return signatures.toReversed().map(({ covers, outcome, roundId, ...one }) => {
		const signed = parseCovers(covers);
		const lastRound = Math.max(
			signed.round ?? 0,
			...signatures
				.map((other) => parseCovers(other.covers))
				.map(({ step, round }) => (step === signed.step ? (round ?? 0) : 0))
		);
		const round = { outcome: roundId === null ? 'quorum' : outcome };
		return {
			id: one.id,
			person: one.personName,
			acronym: one.organisationAcronym,
			meaning: one.meaning,
			signedAt: one.signedAt,
			validUntilOn: one.validUntilOn,
			standing: entrySignatureStanding(signed, round, { entry: facts, algorithm, state, lastRound })
		};
	});
}
