import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { newId } from '#lib/server/ids.ts';

interface Written {
	itemId: string;
	roundId: string | null;
	commentKey: string;
	text: string;
	blocking: boolean;
	checklistItemId: string;
}

/**
 * Writes a comment once: the same text under the same key is the same form sent again, and answers false. Another text
 * under a key that was used is a comment of its own, so that nothing typed is lost.
 */
export async function insertComment(db: Db, actor: Actor, written: Written, now: Date): Promise<boolean> {
	const { commentKey, blocking, checklistItemId, ...comment } = written;
	const used = await db
		.selectFrom('reviewComment')
		.select(['text', 'authorId', 'itemId'])
		.where('id', '=', commentKey)
		.executeTakeFirst();
	const isSame =
		used?.text === comment.text && used.authorId === actor.personId && used.itemId === comment.itemId;
	if (isSame) return false;
	await db
		.insertInto('reviewComment')
		.values({
			id: used ? newId() : commentKey,
			projectId: actor.projectId,
			...comment,
			authorId: actor.personId,
			organisationId: actor.organisationId,
			blocking: blocking ? 1 : 0,
			checklistItemId: checklistItemId === '' ? null : checklistItemId,
			createdAt: now.toISOString(),
			withdrawnAt: null,
			answer: null,
			answeredBy: null,
			answeredAt: null
		})
		.execute();
	return true;
}
