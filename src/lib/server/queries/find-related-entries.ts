import type { Db } from '#db/schema.ts';
import type { EntryContent } from '#lib/domain/catalogue/content.ts';
import { prerequisiteCycle } from '#lib/domain/catalogue/prerequisite-cycle.ts';
import { parseContent } from '#lib/schemas/catalogue/content.ts';

interface Asked {
	item: { id: string; projectId: string; code: string };
	entry: { mergedIntoItemId: string | null };
	facts: { content: EntryContent };
}

const ENDED = ['merged', 'retired'];

/** Other entries that an entry has to do with. One query. */
export async function findRelatedEntries(db: Db, { item, entry, facts }: Asked) {
	const rows = await selectRelated(
		db,
		item,
		entry.mergedIntoItemId,
		askedBy(facts.content).length > 0
	).execute();
	const living = rows.filter(({ state }) => !ENDED.includes(state));
	const asked = living.flatMap(({ code, element, standing, value, reason }) =>
		element === null || standing === null || value === null || reason === null
			? []
			: [[code, askedBy(parseContent([{ element, standing, value, reason }]))] as const]
	);
	const relative = ({ id, code, title }: (typeof rows)[number]) => ({ id, code, title });
	return {
		/** Codes of those with which an overlap still stands undecided; ended entries overlap with nobody. */
		overlaps: living.filter(({ overlapId }) => overlapId !== null).map(({ code }) => code),
		/** The circle in which this entry and others ask for each other. */
		cycle: prerequisiteCycle(item.code, new Map(asked)),
		/** The entry it was merged into, and those that were merged into it. */
		into: rows.filter(({ id }) => id === entry.mergedIntoItemId).map(relative)[0] ?? null,
		absorbed: rows.filter(({ mergedIntoItemId }) => mergedIntoItemId === item.id).map(relative)
	};
}

/** What entries ask for is read only for one that asks for some itself. */
function selectRelated(db: Db, item: Asked['item'], intoId: string | null, asks: boolean) {
	return db
		.selectFrom('item')
		.innerJoin('entry', 'entry.itemId', 'item.id')
		.leftJoin('entryOverlap as overlap', (join) =>
			join
				.on((eb) =>
					eb.or([
						eb.and([
							eb('overlap.firstItemId', '=', item.id),
							eb('overlap.secondItemId', '=', eb.ref('item.id'))
						]),
						eb.and([
							eb('overlap.secondItemId', '=', item.id),
							eb('overlap.firstItemId', '=', eb.ref('item.id'))
						])
					])
				)
				.on('overlap.goneAt', 'is', null)
				.on('overlap.decision', 'is', null)
		)
		.leftJoin('entryElement as asked', (join) =>
			join
				.onRef('asked.itemId', '=', 'item.id')
				.on('asked.element', '=', 'prerequisites')
				.on('asked.standing', '=', 'value')
				.on('asked.untilAt', 'is', null)
		)
		.select(['item.id', 'item.code', 'item.title', 'item.state', 'entry.mergedIntoItemId'])
		.select(['overlap.id as overlapId', 'asked.element', 'asked.standing', 'asked.value', 'asked.reason'])
		.where((eb) =>
			eb.or([
				eb('item.id', '=', intoId ?? ''),
				eb('item.id', 'in', (ids) =>
					ids.selectFrom('entry').select('itemId').where('mergedIntoItemId', '=', item.id)
				),
				eb('item.id', 'in', (ids) =>
					ids.selectFrom('entryOverlap').select('secondItemId').where('firstItemId', '=', item.id)
				),
				eb('item.id', 'in', (ids) =>
					ids.selectFrom('entryOverlap').select('firstItemId').where('secondItemId', '=', item.id)
				),
				...(asks
					? [
							eb('item.id', 'in', (ids) =>
								ids
									.selectFrom('entryElement')
									.innerJoin('item as other', 'other.id', 'entryElement.itemId')
									.select('other.id')
									.where('other.projectId', '=', item.projectId)
									.where('entryElement.element', '=', 'prerequisites')
									.where('entryElement.standing', '=', 'value')
									.where('entryElement.untilAt', 'is', null)
							)
						]
					: [])
			])
		)
		.orderBy('item.code')
		.orderBy('item.id');
}

function askedBy({ prerequisites }: EntryContent): readonly string[] {
	return prerequisites?.standing === 'value' ? prerequisites.value.entryCodes : [];
}
