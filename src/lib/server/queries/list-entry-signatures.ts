import type { Db } from '#db/schema.ts';
import { entrySignatureStanding } from '#lib/domain/catalogue/entry-covers.ts';
import type { Algorithm } from '#lib/domain/catalogue/algorithm.ts';
import { parseCovers } from '#lib/schemas/catalogue/entry-covers.ts';
import type { FoundEntry } from './find-entry-facts.ts';

/** Every signature on an entry, newest first, with whether it still covers what lies there. One query. */
export async function listEntrySignatures(db: Db, { item, entry, facts }: FoundEntry, algorithm: Algorithm) {
	const rows = await db
		.selectFrom('signature')
		.leftJoin('reviewRound', 'reviewRound.id', 'signature.roundId')
		.leftJoin('institutionApproval', 'institutionApproval.signatureId', 'signature.id')
		.select([
			'signature.id',
			'signature.personName as person',
			'signature.organisationAcronym as acronym',
			'signature.meaning',
			'signature.signedAt',
			'signature.covers',
			'signature.roundId',
			'reviewRound.outcome',
			'institutionApproval.validUntilOn'
		])
		.where('signature.itemId', '=', item.id)
		.orderBy('signature.signedAt', 'desc')
		.orderBy('signature.id')
		.execute();
	const state = entry.heldFrom ?? item.state;
	return rows.map(({ covers, outcome, roundId, ...one }) => {
		const signed = parseCovers(covers);
		const lastRound = Math.max(
			signed.round ?? 0,
			...rows
				.map((other) => parseCovers(other.covers))
				.map(({ step, round }) => (step === signed.step ? (round ?? 0) : 0))
		);
		const round = { outcome: roundId === null ? 'quorum' : outcome };
		return {
			...one,
			standing: entrySignatureStanding(signed, round, { entry: facts, algorithm, state, lastRound })
		};
	});
}
