import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { newId } from '#lib/server/ids.ts';

/** Uses evidence for an item as a whole, within the caller's transaction. Returns the id of the use. */
export async function insertSupport(
	db: Db,
	actor: Actor,
	{ evidenceId, itemId }: { evidenceId: string; itemId: string },
	now: Date
): Promise<string> {
	const id = newId();
	await db
		.insertInto('evidenceUse')
		.values({
			id,
			projectId: actor.projectId,
			evidenceId,
			itemId,
			purpose: 'support',
			versionId: null,
			meansId: null,
			usedBy: actor.personId,
			organisationId: actor.organisationId,
			usedAt: now.toISOString(),
			removedAt: null
		})
		.execute();
	return id;
}
