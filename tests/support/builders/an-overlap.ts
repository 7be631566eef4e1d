import type { Db } from '#db/schema.ts';
import { newId } from '#lib/server/ids.ts';
import { NOW } from './a-project.ts';

/** Two entries that say much the same, undecided; the first id is the smaller one. */
export async function anOverlap(
	db: Db,
	given: { projectId: string; firstItemId: string; secondItemId: string }
) {
	const overlap = {
		id: newId(),
		...given,
		score: 0.6,
		shared: '["quality","water"]',
		foundAt: NOW.toISOString(),
		goneAt: null,
		decision: null,
		reason: null,
		decidedBy: null,
		decidedAt: null
	};
	await db.insertInto('entryOverlap').values(overlap).execute();
	return overlap;
}
