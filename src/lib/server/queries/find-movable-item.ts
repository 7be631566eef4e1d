import type { Db } from '#db/schema.ts';
import { isPlanKind } from '#lib/domain/items.ts';
import { findItemFacts } from './find-item-facts.ts';

/** An item of the plan with what decides whether its dates may still move; days of actions move on their own page. */
export async function findMovableItem(db: Db, projectId: string, key: { id: string } | { code: string }) {
	const facts = await findItemFacts(db, projectId, key);
	if (!facts || !isPlanKind(facts.item.kind)) return undefined;
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
