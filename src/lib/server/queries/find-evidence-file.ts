import type { Db } from '#db/schema.ts';
import { mayReadEvidence, type EvidenceUseFacts } from '#lib/domain/evidence-access.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { listItemSubjects } from './list-item-subjects.ts';

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
	const uses = await listUses(db, actor.projectId, evidenceId);
	return mayReadEvidence(actor, { ...file, uses }) ? file : undefined;
}

async function listUses(db: Db, projectId: string, evidenceId: string): Promise<EvidenceUseFacts[]> {
	const uses = await db
		.selectFrom('evidenceUse')
		.leftJoin('itemVersion', 'itemVersion.id', 'evidenceUse.versionId')
		.select(['evidenceUse.itemId', 'purpose', 'number', 'frozenAt'])
		.select((eb) =>
			eb
				.selectFrom('itemVersion as later')
				.select((later) => later.fn.max('later.number').as('number'))
				.whereRef('later.itemId', '=', 'evidenceUse.itemId')
				.where('later.frozenAt', 'is not', null)
				.as('lastFrozen')
		)
		.where('evidenceId', '=', evidenceId)
		.where('evidenceUse.projectId', '=', projectId)
		.where('removedAt', 'is', null)
		.orderBy('evidenceUse.id')
		.execute();
	const itemIds = [...new Set(uses.map((use) => use.itemId))];
	const subjects = await listItemSubjects(db, projectId, itemIds);
	const access = await listAccess(db, itemIds);
	return subjects.map((subject) => ({
		kind: subject.kind,
		subject,
		accessOrganisationIds: access
			.filter((row) => row.itemId === subject.itemId)
			.map((row) => row.organisationId),
		isPublished: uses.some(
			(use) =>
				use.itemId === subject.itemId &&
				(use.purpose === 'means' || (use.frozenAt !== null && use.number === use.lastFrozen))
		)
	}));
}

async function listAccess(db: Db, itemIds: readonly string[]) {
	if (itemIds.length === 0) return [];
	return db
		.selectFrom('itemAccess')
		.select(['itemId', 'organisationId'])
		.where('itemId', 'in', itemIds)
		.orderBy('organisationId')
		.execute();
}
