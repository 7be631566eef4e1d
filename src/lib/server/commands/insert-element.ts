import type { Db } from '#db/schema.ts';
import type { EntryElement } from '#db/schema/catalogue.ts';
import type { Actor } from '#lib/domain/roles.ts';

type New = Pick<EntryElement, 'itemId' | 'element' | 'standing' | 'value' | 'reason'> & {
	/** The version that stands now; 0 where there is none. */
	after: number;
};

/** Ends the version of an element that stands and writes the next one; returns its number. */
export async function insertElement(
	db: Db,
	actor: Actor,
	{ after, ...row }: New,
	now: Date
): Promise<number> {
	const at = now.toISOString();
	const standing = db
		.updateTable('entryElement')
		.set({ untilAt: at })
		.where('itemId', '=', row.itemId)
		.where('element', '=', row.element)
		.where('untilAt', 'is', null);
	if (after > 0) await standing.execute();
	const by = { setBy: actor.personId, organisationId: actor.organisationId };
	await db
		.insertInto('entryElement')
		.values({ ...row, ...by, version: after + 1, setAt: at, untilAt: null })
		.execute();
	return after + 1;
}
