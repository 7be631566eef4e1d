import type { Db } from '#db/schema.ts';
import { mayEver } from '#lib/domain/can.ts';
import { mayReadEvidence } from '#lib/domain/evidence-access.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { listEvidenceUseFacts } from './list-evidence-use-facts.ts';

/** A file for download, if this actor may read it: what it is, or since when it is gone and why. */
export async function findEvidenceFile(db: Db, actor: Actor, evidenceId: string) {
	const file = await db
		.selectFrom('evidence')
		.innerJoin('storedFile', 'storedFile.sha256', 'evidence.sha256')
		.leftJoin('person as withdrawer', 'withdrawer.id', 'evidence.withdrawnBy')
		.select(['evidence.name', 'evidence.level', 'evidence.organisationId'])
		.select(['storedFile.sha256', 'storedFile.size', 'storedFile.mediaType'])
		.select(['evidence.withdrawnAt', 'evidence.withdrawnReason', 'withdrawer.name as withdrawnBy'])
		.select(['storedFile.erasedAt', 'storedFile.erasedReason'])
		.where('evidence.projectId', '=', actor.projectId)
		.where('evidence.id', '=', evidenceId)
		.executeTakeFirst();
	if (!file) return undefined;
	const facts = await listEvidenceUseFacts(db, actor.projectId, [evidenceId]);
	const uses = facts.get(evidenceId) ?? [];
	// Outsiders are not told who withdrew what: to them it is gone.
	const isGone = file.withdrawnAt !== null && !mayEver(actor, 'person:read');
	return mayReadEvidence(actor, { ...file, uses }) && !isGone ? file : undefined;
}
