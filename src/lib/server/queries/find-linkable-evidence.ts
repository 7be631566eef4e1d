import type { Db } from '#db/schema.ts';
import { mayPassOn, mayReadEvidence } from '#lib/domain/evidence-access.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { listEvidenceUseFacts } from './list-evidence-use-facts.ts';

/** Evidence of the project that this actor may show for something further: they read it, and it is theirs or public. */
export async function findLinkableEvidence(db: Db, actor: Actor, id: string) {
	const evidence = await db
		.selectFrom('evidence')
		.select(['id', 'level', 'organisationId'])
		.where('projectId', '=', actor.projectId)
		.where('id', '=', id)
		.executeTakeFirst();
	if (!evidence) return undefined;
	const facts = await listEvidenceUseFacts(db, actor.projectId, [id]);
	const isReadable = mayReadEvidence(actor, { ...evidence, uses: facts.get(id) ?? [] });
	return isReadable && mayPassOn(actor, evidence) ? evidence : undefined;
}
