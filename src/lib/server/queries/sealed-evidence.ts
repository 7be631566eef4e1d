import type { Db } from '#db/schema.ts';
import type { Subject } from '#lib/domain/can.ts';
import { mayReadSensitive } from '#lib/domain/evidence-access.ts';
import { proofOf } from '#lib/domain/milestones.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { LinkedEvidence } from './list-means-evidence.ts';

/** Linked evidence as this actor may see it: of sensitive evidence of others, that there is some and whose. */
export function sealed(actor: Actor, subject: Subject, one: LinkedEvidence) {
	const holders = [one.organisationId, one.linkerOrganisationId];
	if (one.level === 'PU' || mayReadSensitive(actor, subject, holders)) return { ...one, isSealed: false };
	const told = { name: 'sensitive evidence', sha256: null, url: null, size: null, withdrawnReason: '' };
	return { ...one, ...told, isSealed: true };
}

/** Proofs that were ever shown for an item and are not for this actor: claims of the past name them too. */
export async function listSealedProofs(
	db: Db,
	actor: Actor,
	subject: Subject,
	itemId: string
): Promise<string[]> {
	if (mayReadSensitive(actor, subject, [])) return [];
	const rows = await db
		.selectFrom('evidenceUse')
		.innerJoin('evidence', 'evidence.id', 'evidenceUse.evidenceId')
		.select(['evidence.sha256', 'evidence.url', 'evidence.organisationId'])
		.select('evidenceUse.organisationId as linkerOrganisationId')
		.where('evidenceUse.itemId', '=', itemId)
		.where('evidence.level', '=', 'SEN')
		.orderBy('evidenceUse.id')
		.execute();
	return rows
		.filter((row) => !mayReadSensitive(actor, subject, [row.organisationId, row.linkerOrganisationId]))
		.map(proofOf);
}
