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
	const rows = await listRows(db, itemId);
	// A round comes once for each pair of a verdict and a signature in it.
	return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((own) => {
		const [round] = own;
		if (!round) return [];
		const judged = Map.groupBy(own, ({ meansId, personId }) => `${meansId} ${personId}`);
		const signed = [...Map.groupBy(own, ({ signatureId }) => signatureId).values()]
			.map(([first]) => first)
			.toSorted((a, b) => ((a?.signedAt ?? '') < (b?.signedAt ?? '') ? -1 : 1));
		return [
			{
				...claimOf(round),
				judgements: [...judged.values()].flatMap(([row]) => (row ? judgementOf(row) : [])),
				verifiers: signed.flatMap((row) => (row?.meaning === 'verified' ? signatureOf(row) : [])),
				countersignatures: signed.flatMap((row) => (row?.meaning === 'countersigned' ? signatureOf(row) : []))
			}
		];
	});
}

function listRows(db: Db, itemId: string) {
	return db
		.selectFrom('reviewRound as round')
		.innerJoin('person as claimant', 'claimant.id', 'round.openedBy')
		.leftJoin('judgement', 'judgement.roundId', 'round.id')
		.leftJoin('person as judge', 'judge.id', 'judgement.personId')
		.leftJoin('signature', 'signature.roundId', 'round.id')
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
			'judgement.note as verdictNote',
			'signature.id as signatureId',
			'signature.meaning',
			'signature.personId as signatoryId',
			'signature.personName as name',
			'signature.organisationId',
			'signature.organisationAcronym as organisation',
			'signature.role',
			'signature.statement',
			'signature.covers as signedText',
			'signature.coversSha256 as signedSha256',
			'signature.signedAt'
		])
		.where('round.itemId', '=', itemId)
		.orderBy('round.number', 'desc')
		.orderBy('judgement.judgedAt', (order) => order.asc().nullsLast())
		.orderBy('judgement.meansId', (order) => order.asc().nullsLast())
		.execute();
}

type Row = Awaited<ReturnType<typeof listRows>>[number];

function claimOf(row: Row) {
	const { id, number, quorum, covers, coversSha256, note, achievedOn, claimantId, claimantName } = row;
	const { openedAt, closedAt, outcome, outcomeReason } = row;
	const claimed = { id, number, quorum, covers, coversSha256, note, achievedOn, claimantId, claimantName };
	return { ...claimed, openedAt, closedAt, outcome, outcomeReason };
}

/** None for a claim without verdicts. */
function judgementOf({ meansId, personId, personName, verdict, verdictNote: note }: Row): ClaimJudgement[] {
	if (meansId === null || personId === null || personName === null || verdict === null || note === null)
		return [];
	return [{ meansId, personId, personName, verdict, note }];
}

/** None for a claim without signatures. */
function signatureOf(row: Row): ClaimSignature[] {
	const { signatoryId: personId, name, organisationId, organisation, role, statement, signedAt } = row;
	const { signedText: covers, signedSha256: coversSha256 } = row;
	if (
		personId === null ||
		name === null ||
		organisationId === null ||
		organisation === null ||
		role === null ||
		statement === null ||
		covers === null ||
		coversSha256 === null ||
		signedAt === null
	)
		return [];
	return [{ personId, name, organisationId, organisation, role, statement, covers, coversSha256, signedAt }];
}
