import type { Db } from '#db/schema.ts';
import type { Subject } from '#lib/domain/can.ts';
import type { FoundEntry } from './find-entry-facts.ts';
import { listEntryFacts } from './list-entry-facts.ts';
import { listItemSubjects } from './list-item-subjects.ts';

/** An entry as far as writing its elements asks about it. */
export interface EditableEntry {
	item: Pick<FoundEntry['item'], 'id' | 'kind' | 'code' | 'state' | 'version'>;
	entry: Pick<FoundEntry['entry'], 'heldFrom' | 'heldReason' | 'endedReason'>;
	subject: Subject;
	elements: readonly Pick<
		FoundEntry['elements'][number],
		'element' | 'version' | 'standing' | 'value' | 'reason'
	>[];
	facts: FoundEntry['facts'];
}

/** Some entries, no more than a statement takes, by their ids. Nine queries, whatever their number. */
export async function listEditableEntries(
	db: Db,
	projectId: string,
	ids: readonly string[]
): Promise<Map<string, EditableEntry>> {
	const items = await db
		.selectFrom('item')
		.innerJoin('entry', 'entry.itemId', 'item.id')
		.select(['item.id', 'item.kind', 'item.code', 'item.state', 'item.version'])
		.select(['entry.heldFrom', 'entry.heldReason', 'entry.endedReason'])
		.where('item.projectId', '=', projectId)
		.where('item.id', 'in', ids)
		.orderBy('item.id')
		.execute();
	const elements = await db
		.selectFrom('entryElement')
		.select(['itemId', 'element', 'version', 'standing', 'value', 'reason'])
		.where('itemId', 'in', ids)
		.where('untilAt', 'is', null)
		.orderBy('itemId')
		.orderBy('element')
		.execute();
	const elementsOf = Map.groupBy(elements, ({ itemId }) => itemId);
	const facts = new Map((await listEntryFacts(db, { ids })).map((one) => [one.itemId, one]));
	const subjects = new Map((await listItemSubjects(db, projectId, ids)).map((one) => [one.itemId, one]));
	return new Map(
		items.flatMap(({ heldFrom, heldReason, endedReason, ...item }) => {
			const [known, subject] = [facts.get(item.id), subjects.get(item.id)];
			if (!known || !subject) return [];
			const bodies = known.bodies.map(({ organisationId }) => organisationId);
			const organisationIds = [...new Set([...(subject.organisationIds ?? []), ...bodies])];
			const entry = { heldFrom, heldReason, endedReason };
			const held = elementsOf.get(item.id) ?? [];
			return [
				[
					item.id,
					{ item, entry, subject: { ...subject, organisationIds }, elements: held, facts: known }
				] as const
			];
		})
	);
}
