import type { Insertable } from 'kysely';
import type { Db } from '#db/schema.ts';
import type { EntryGap } from '#db/schema/catalogue.ts';
import type { Element } from '#lib/domain/catalogue/elements.ts';
import { newId } from '#lib/server/ids.ts';
import { NOW } from './a-project.ts';

type Given = Pick<Insertable<EntryGap>, 'projectId' | 'itemId' | 'criteriaVersionId'> & {
	element: Element;
} & Partial<Insertable<EntryGap>>;

/** A cell that is missing since the demo's first day, unless another standing or time is given. */
export async function aGap(db: Db, given: Given) {
	const gap = {
		id: newId(),
		standing: 'missing' as const,
		reasons: '[]',
		openedAt: NOW.toISOString(),
		closedAt: null,
		...given
	};
	await db.insertInto('entryGap').values(gap).execute();
	return gap;
}
