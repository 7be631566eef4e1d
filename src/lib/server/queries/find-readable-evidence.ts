import type { Db } from '#db/schema.ts';
import { mayReadEvidence } from '#lib/domain/evidence-access.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { listEvidenceUseFacts } from './list-evidence-use-facts.ts';

/** Evidence of the project, if this actor may read it. */
export async function findReadableEvidence(db: Db, actor: Actor, id: string) {
	const evidence = await db
		.selectFrom('evidence')
		.select(['id', 'level', 'organisationId'])
		.where('projectId', '=', actor.projectId)
		.where('id', '=', id)
		.executeTakeFirst();
	if (!evidence) return undefined;
	const facts = await listEvidenceUseFacts(db, actor.projectId, [id]);
	return mayReadEvidence(actor, { ...evidence, uses: facts.get(id) ?? [] }) ? evidence : undefined;
}
