import type { Db } from '#db/schema.ts';
import type { AlgorithmUse } from '#lib/domain/catalogue/algorithm-blocks.ts';
import type { Day } from '#lib/domain/days.ts';
import { listCriteria } from './list-criteria.ts';

/** What rests on the states of the algorithm: entries that stand in them or are held from them, and live targets. */
export async function findAlgorithmUse(db: Db, projectId: string, today: Day): Promise<AlgorithmUse> {
	const entries = await db
		.selectFrom('item')
		.innerJoin('entry', 'entry.itemId', 'item.id')
		.select(['item.code', 'item.state', 'entry.heldFrom'])
		.where('item.projectId', '=', projectId)
		.where('item.state', 'not in', ['merged', 'retired'])
		.orderBy('item.code')
		.execute();
	const targets = await db
		.selectFrom('catalogueTarget')
		.select(['title', 'countingState as state'])
		.where('projectId', '=', projectId)
		.where('endedAt', 'is', null)
		.orderBy('dueOn')
		.orderBy('id')
		.execute();
	const profiles = await listCriteria(db, projectId, today);
	return {
		entries: entries.map(({ code, state, heldFrom }) => ({
			code,
			state: state === 'on-hold' ? (heldFrom ?? state) : state
		})),
		targets,
		profiles: profiles.map(({ code }) => code)
	};
}
