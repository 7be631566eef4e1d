import type { Db } from '#db/schema.ts';
import type { EntryContent } from '#lib/domain/catalogue/content.ts';
import { prerequisiteCycle } from '#lib/domain/catalogue/prerequisite-cycle.ts';
import { parseContent } from '#lib/schemas/catalogue/content.ts';

/** The circle in which an entry and others ask for each other; an entry that asks for none needs no reading. */
export async function findPrerequisiteCycle(
	db: Db,
	projectId: string,
	code: string,
	content: EntryContent
): Promise<readonly string[]> {
	if (askedBy(content).length === 0) return [];
	const rows = await db
		.selectFrom('entryElement')
		.innerJoin('item', 'item.id', 'entryElement.itemId')
		.select([
			'item.code',
			'entryElement.element',
			'entryElement.standing',
			'entryElement.value',
			'entryElement.reason'
		])
		.where('item.projectId', '=', projectId)
		.where('item.state', 'not in', ['merged', 'retired'])
		.where('entryElement.element', '=', 'prerequisites')
		.where('entryElement.standing', '=', 'value')
		.where('entryElement.untilAt', 'is', null)
		.orderBy('item.code')
		.execute();
	return prerequisiteCycle(code, new Map(rows.map((row) => [row.code, askedBy(parseContent([row]))])));
}

function askedBy({ prerequisites }: EntryContent): readonly string[] {
	return prerequisites?.standing === 'value' ? prerequisites.value.entryCodes : [];
}
