import type { Db } from '#db/schema.ts';
import { canonicalContent } from '#lib/domain/catalogue/entry-covers.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { newId, sha256 } from '#lib/server/ids.ts';
import type { FoundEntryReview } from '#lib/server/queries/find-entry-review.ts';

/** The content of an entry as it stands, under its SHA-256; the history of its elements keeps the words themselves. */
export async function freezeEntry(
	db: Db,
	actor: Actor,
	{ item, facts, records }: FoundEntryReview,
	now: Date
): Promise<{ id: string; number: number; digest: string }> {
	const at = now.toISOString();
	const number = (records.versions.at(-1)?.number ?? 0) + 1;
	const version = { id: newId(), number, digest: sha256(canonicalContent(facts.content)) };
	await db
		.insertInto('itemVersion')
		.values({
			...version,
			projectId: actor.projectId,
			itemId: item.id,
			line: 1,
			note: '',
			createdBy: actor.personId,
			organisationId: actor.organisationId,
			createdAt: at,
			frozenAt: at
		})
		.execute();
	return version;
}
