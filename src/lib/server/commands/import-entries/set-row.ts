import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { isStale } from '#lib/domain/catalogue/entry-covers.ts';
import type { ImportRow } from '#lib/domain/catalogue/import-report.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { parseCovers } from '#lib/schemas/catalogue/entry-covers.ts';
import { mergedValue } from '#lib/schemas/catalogue/import-row.ts';
import { findEntryFacts } from '#lib/server/queries/find-entry-facts.ts';
import type { EditableEntry } from '#lib/server/queries/list-editable-entries.ts';
import type { EntryWriting } from '#lib/server/commands/entry-writing.ts';
import { setElementsWithin, type ElementChange } from '#lib/server/commands/set-element.ts';
import type { ReadRow } from './read-row.ts';

type SetRow = Pick<ImportRow, 'elements' | 'outcome' | 'left'>;

/** Lays the cells of a row over an entry, and counts the signatures that this leaves behind. */
export async function setRow(
	db: Db,
	actor: Actor,
	itemId: string,
	row: ReadRow,
	{ writing, note }: { writing: EntryWriting; note: string },
	now: Date
): Promise<SetRow> {
	let before: EditableEntry | undefined;
	const changes = (found: EditableEntry) => {
		assertCan(actor, 'catalogue:import', found.subject);
		before = found;
		return changesOf(row, found);
	};
	const { set, outcome } = await setElementsWithin(db, actor, { itemId, changes, note }, now, writing);
	const elements = set.filter(({ changed }) => changed).map(({ element }) => element);
	const left = outcome === 'untouched' || !before ? 0 : await countLeft(db, actor, before);
	return { elements, outcome, left };
}

function changesOf({ elements }: ReadRow, { facts, elements: current }: EditableEntry): ElementChange[] {
	return elements.map((one) => {
		const { element } = one;
		const version = current.find((held) => held.element === element)?.version ?? 0;
		if (one.standing === 'not-applicable')
			return { element, version, standing: one.standing, value: null, reason: one.reason };
		const value = mergedValue(element, one.cells, facts.content);
		return { element, version, standing: one.standing, value, reason: '' };
	});
}

async function countLeft(db: Db, actor: Actor, before: EditableEntry): Promise<number> {
	const after = await findEntryFacts(db, actor.projectId, { id: before.item.id });
	const signatures = await db
		.selectFrom('signature')
		.select('covers')
		.where('itemId', '=', before.item.id)
		.orderBy('id')
		.execute();
	return signatures
		.map(({ covers }) => parseCovers(covers))
		.filter((signed) => after && !isStale(signed, before.facts) && isStale(signed, after.facts)).length;
}
