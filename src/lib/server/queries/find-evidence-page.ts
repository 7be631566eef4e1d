import type { Db } from '#db/schema.ts';
import { can, mayEver } from '#lib/domain/can.ts';
import { mayReadEvidence } from '#lib/domain/evidence-access.ts';
import { fallOf } from '#lib/domain/evidence-graph.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { listEvidenceUseFacts } from './list-evidence-use-facts.ts';
import { listPaperUses } from './list-paper-facts.ts';
import { listFallingRecords } from './list-falling-records.ts';
import { listRecordUses } from './list-record-uses.ts';
import { listEvidenceUses, type EvidenceUseRow } from './list-evidence-uses.ts';
import { mayReadItem } from './list-evidence.ts';

/** A piece of evidence: who holds it, everything it proves, and what would fall with it. */
export async function findEvidencePage(db: Db, actor: Actor, id: string) {
	const evidence = await db
		.selectFrom('evidence')
		.innerJoin('organisation', 'organisation.id', 'evidence.organisationId')
		.innerJoin('person as adder', 'adder.id', 'evidence.addedBy')
		.leftJoin('person as withdrawer', 'withdrawer.id', 'evidence.withdrawnBy')
		.select([
			'evidence.id',
			'evidence.kind',
			'evidence.name',
			'evidence.sha256',
			'evidence.url',
			'evidence.size',
			'evidence.mediaType',
			'evidence.level',
			'evidence.organisationId',
			'evidence.addedAt',
			'evidence.withdrawnAt',
			'evidence.withdrawnReason',
			'organisation.acronym as holder',
			'organisation.country',
			'adder.name as addedBy',
			'withdrawer.name as withdrawnBy'
		])
		.where('evidence.projectId', '=', actor.projectId)
		.where('evidence.id', '=', id)
		.executeTakeFirst();
	if (!evidence) return undefined;
	const recordUses = await listRecordUses(db, actor.projectId, [id]);
	const facts = (await listEvidenceUseFacts(db, actor.projectId, [id], recordUses)).get(id) ?? [];
	if (!mayReadEvidence(actor, { ...evidence, uses: facts })) return undefined;
	const seesPeople = mayEver(actor, 'person:read');
	if (evidence.withdrawnAt !== null && !seesPeople) return undefined;

	const uses = (await listEvidenceUses(db, actor.projectId, [id])).filter(
		({ removedAt, itemId }) => removedAt === null && mayReadItem(actor, facts, itemId)
	);
	const papers = await listPaperUses(db, actor.projectId, [id]);
	const signatures = await listStandingSignatures(db, uses);
	const others = await listOtherProofs(db, uses, id);
	const records = await listFallingRecords(db, actor, id, recordUses);
	return {
		evidence: seesPeople ? evidence : { ...evidence, addedBy: null },
		mayWithdraw: can(actor, 'evidence:withdraw', { organisationIds: [evidence.organisationId] }).ok,
		meetings: papers
			.filter(({ facts: { subject } }) => can(actor, 'meeting:read', subject).ok)
			.map(({ slug, title }) => ({ slug, title })),
		records: seesPeople ? records : records.map((record) => ({ ...record, usedBy: null })),
		uses: uses.map((use) => {
			const own = signatures.filter((one) =>
				use.purpose === 'version' ? one.versionId === use.versionId : one.itemId === use.itemId
			);
			const proof = {
				kind: use.kind,
				state: use.state,
				purpose: use.purpose,
				isFrozen: use.frozenAt !== null,
				others: others.filter(({ meansId }) => meansId === use.meansId).length,
				signatures: own.length
			};
			const signers = own.map(({ personName }) => personName);
			const names = seesPeople ? { signers } : { signers: [], usedBy: null };
			return { ...use, fall: fallOf(proof), ...names };
		})
	};
}

/** Signatures on the versions and claims that rest on these uses, unless their round was returned or taken back. */
async function listStandingSignatures(db: Db, uses: readonly EvidenceUseRow[]) {
	if (uses.length === 0) return [];
	return db
		.selectFrom('signature')
		.leftJoin('reviewRound', 'reviewRound.id', 'signature.roundId')
		.select(['signature.itemId', 'signature.versionId', 'signature.personName'])
		.where(
			'signature.itemId',
			'in',
			uses.map(({ itemId }) => itemId)
		)
		.where((eb) =>
			eb.or([
				eb('reviewRound.outcome', 'is', null),
				eb('reviewRound.outcome', 'not in', ['returned', 'reopened', 'ended', 'superseded'])
			])
		)
		.orderBy('signature.signedAt')
		.orderBy('signature.id')
		.execute();
}

/** What else stands for the same means. */
async function listOtherProofs(db: Db, uses: readonly EvidenceUseRow[], id: string) {
	const meansIds = uses.map(({ meansId }) => meansId).filter((meansId) => meansId !== null);
	if (meansIds.length === 0) return [];
	return db
		.selectFrom('evidenceUse')
		.innerJoin('evidence', 'evidence.id', 'evidenceUse.evidenceId')
		.select('evidenceUse.meansId')
		.where('evidenceUse.meansId', 'in', meansIds)
		.where('evidenceUse.removedAt', 'is', null)
		.where('evidence.withdrawnAt', 'is', null)
		.where('evidence.id', '!=', id)
		.orderBy('evidenceUse.id')
		.execute();
}
