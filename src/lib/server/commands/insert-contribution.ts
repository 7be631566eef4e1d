import type { Db } from '#db/schema.ts';
import type { Contribution } from '#db/schema/evidence.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { newId } from '#lib/server/ids.ts';

type New = Pick<Contribution, 'itemId' | 'organisationId' | 'personId' | 'kind' | 'note'>;

/** Adds to the record of who worked on an item, unless it says exactly this already. Nothing is ever taken out. */
export async function insertContribution(db: Db, actor: Actor, row: New, now: Date): Promise<void> {
	const said = await db
		.selectFrom('contribution')
		.select('id')
		.where('itemId', '=', row.itemId)
		.where('organisationId', '=', row.organisationId)
		.where('kind', '=', row.kind)
		.where('note', '=', row.note)
		.where((eb) => (row.personId === null ? eb('personId', 'is', null) : eb('personId', '=', row.personId)))
		.executeTakeFirst();
	if (!said) await insertContributions(db, actor, [row], now);
}

/** The same for what nothing was said of yet, such as a new item. */
export async function insertContributions(
	db: Db,
	actor: Actor,
	rows: readonly New[],
	now: Date
): Promise<void> {
	const by = { projectId: actor.projectId, recordedBy: actor.personId, recordedAt: now.toISOString() };
	await db
		.insertInto('contribution')
		.values(rows.map((row) => ({ id: newId(), ...row, ...by })))
		.execute();
}
