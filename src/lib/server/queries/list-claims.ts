import type { Db } from '#db/schema.ts';
import type { ClaimFacts } from '#lib/domain/milestones.ts';
import type { Role } from '#lib/domain/roles.ts';
import type { RoundOutcome } from '#lib/domain/reviews.ts';

export interface Claim extends ClaimFacts {
	achievedOn: string | null;
	note: string;
	openedAt: string;
	/** Canonical text of the evidence as claimed. */
	covers: string;
	outcome: RoundOutcome | null;
	outcomeReason: string | null;
	judgements: readonly ClaimJudgement[];
	verifiers: readonly ClaimSignature[];
	countersignatures: readonly ClaimSignature[];
}

export interface ClaimJudgement {
	meansId: string;
	personId: string;
	personName: string;
	verdict: 'sufficient' | 'insufficient';
	note: string;
}

export interface ClaimSignature {
	personId: string;
	name: string;
	organisationId: string;
	organisation: string;
	role: Role;
	statement: string;
	covers: string;
	coversSha256: string;
	signedAt: string;
}

/** Every claim of a milestone, the latest first, with its verdicts and signatures. */
export async function listClaims(db: Db, itemId: string): Promise<Claim[]> {
	const rows = await db
		.selectFrom('reviewRound as round')
		.innerJoin('person as claimant', 'claimant.id', 'round.openedBy')
		.leftJoin('judgement', 'judgement.roundId', 'round.id')
		.leftJoin('person as judge', 'judge.id', 'judgement.personId')
		.select([
			'round.id',
			'round.number',
			'round.quorum',
			'round.covers',
			'round.coversSha256',
			'round.note',
			'round.achievedOn',
			'round.openedBy as claimantId',
			'claimant.name as claimantName',
			'round.openedAt',
			'round.closedAt',
			'round.outcome',
			'round.outcomeReason',
			'judgement.meansId',
			'judgement.personId',
			'judge.name as personName',
			'judgement.verdict',
			'judgement.note as verdictNote'
		])
		.where('round.itemId', '=', itemId)
		.orderBy('round.number', 'desc')
		.orderBy('judgement.judgedAt', (order) => order.asc().nullsLast())
		.orderBy('judgement.meansId', (order) => order.asc().nullsLast())
		.execute();
	if (rows.length === 0) return [];

	const signatures = await listSignatures(db, itemId);
	const claims = new Map<string, Claim & { judgements: ClaimJudgement[] }>();
	for (const row of rows) {
		const { meansId, personId, personName, verdict, verdictNote: note, ...round } = row;
		const own = signatures.filter(({ roundId }) => roundId === round.id);
		const known = claims.get(round.id) ?? {
			...round,
			judgements: [],
			verifiers: own.filter(({ meaning }) => meaning === 'verified'),
			countersignatures: own.filter(({ meaning }) => meaning === 'countersigned')
		};
		claims.set(round.id, known);
		if (meansId !== null && personId !== null && personName !== null && verdict !== null && note !== null)
			known.judgements.push({ meansId, personId, personName, verdict, note });
	}
	return [...claims.values()];
}

function listSignatures(db: Db, itemId: string) {
	return db
		.selectFrom('signature')
		.select([
			'roundId',
			'meaning',
			'personId',
			'personName as name',
			'organisationId',
			'organisationAcronym as organisation',
			'role',
			'statement',
			'covers',
			'coversSha256',
			'signedAt'
		])
		.where('itemId', '=', itemId)
		.orderBy('signedAt')
		.orderBy('id')
		.execute();
}
