import type { Db } from '#db/schema.ts';
import type { EntryElement } from '#db/schema/catalogue.ts';
import type { Actor } from '#lib/domain/roles.ts';

type New = Pick<EntryElement, 'element' | 'standing' | 'value' | 'reason'> & {
	/** The version that stands now; 0 where there is none. */
	after: number;
};

/** Ends the versions of elements that stand and writes the next ones. */
export async function insertElements(
	db: Db,
	actor: Actor,
	itemId: string,
	elements: readonly New[],
	now: Date
): Promise<void> {
	const at = now.toISOString();
	const replaced = elements.filter(({ after }) => after > 0).map(({ element }) => element);
	if (replaced.length > 0)
		await db
			.updateTable('entryElement')
			.set({ untilAt: at })
			.where('itemId', '=', itemId)
			.where('element', 'in', replaced)
			.where('untilAt', 'is', null)
			.execute();
	const by = { itemId, setBy: actor.personId, organisationId: actor.organisationId, setAt: at };
	const rows = elements.map(({ after, ...row }) => ({ ...row, ...by, version: after + 1, untilAt: null }));
	if (rows.length > 0) await db.insertInto('entryElement').values(rows).execute();
}
