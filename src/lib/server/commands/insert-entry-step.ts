import type { Db } from '#db/schema.ts';
import type { EntryStep } from '#db/schema/catalogue.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { newId } from '#lib/server/ids.ts';

type New = Pick<EntryStep, 'itemId' | 'state' | 'how'> & {
	note?: string;
	record?: Readonly<Record<string, string>>;
};

/** Ends the state an entry was in and writes the next one into its history. The item itself is moved by the caller. */
export async function insertEntryStep(db: Db, actor: Actor, step: New, now: Date): Promise<void> {
	const at = now.toISOString();
	const { itemId, state, how, note = '', record = {} } = step;
	const last = how === 'created' ? 0 : await endStep(db, itemId, at);
	await db
		.insertInto('entryStep')
		.values({
			id: newId(),
			projectId: actor.projectId,
			itemId,
			number: last + 1,
			state,
			how,
			note,
			record: JSON.stringify(record),
			takenBy: actor.personId,
			organisationId: actor.organisationId,
			enteredAt: at,
			leftAt: null
		})
		.execute();
}

/** Ends the state an entry is in; the number of its last step. */
async function endStep(db: Db, itemId: string, at: string): Promise<number> {
	const last = await db
		.selectFrom('entryStep')
		.select((eb) => eb.fn.max('number').as('number'))
		.where('itemId', '=', itemId)
		.executeTakeFirst();
	await db
		.updateTable('entryStep')
		.set({ leftAt: at })
		.where('itemId', '=', itemId)
		.where('leftAt', 'is', null)
		.execute();
	return last?.number ?? 0;
}
