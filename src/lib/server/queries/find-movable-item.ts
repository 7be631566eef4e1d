import type { Db } from '#db/schema.ts';
import { findItemFacts } from './find-item-facts.ts';

/** An item with what decides whether its dates may still move. */
export async function findMovableItem(db: Db, projectId: string, key: { id: string } | { code: string }) {
	const facts = await findItemFacts(db, projectId, key);
	if (!facts || facts.item.kind === 'entry') return undefined;
	const done =
		facts.item.kind === 'deliverable'
			? await db
					.selectFrom('deliverable')
					.select('submittedOn')
					.where('itemId', '=', facts.item.id)
					.executeTakeFirst()
			: await db
					.selectFrom('milestone')
					.select('achievedOn')
					.where('itemId', '=', facts.item.id)
					.executeTakeFirst();
	return { ...facts, item: { ...facts.item, ...done } };
}
