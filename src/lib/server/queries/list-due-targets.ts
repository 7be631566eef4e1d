import type { Db } from '#db/schema.ts';
import { hasReached, type Algorithm } from '#lib/domain/catalogue/algorithm.ts';
import { dueTargets } from '#lib/domain/catalogue/leading-target.ts';
import { rounded } from '#lib/domain/catalogue/targets.ts';
import type { Day } from '#lib/domain/days.ts';
import { kept } from '#lib/server/kept-answers.ts';
import { placedEntriesAt } from './entries-at.ts';
import { coversEntry, isLiveTarget } from './target-covers.ts';

/** Ids of the targets whose days fields are owed by, today or at a past instant. One query. */
async function listDueTargets(
	db: Db,
	projectId: string,
	algorithm: Algorithm,
	{ day, at }: { day: Day; at: string | null }
): Promise<string[]> {
	const entries = placedEntriesAt(db, projectId, at).select('entry.ects');
	const rows = await db
		.with(
			(cte) => cte('e').materialized(),
			() => entries
		)
		.selectFrom('catalogueTarget as target')
		.leftJoin('e', (join) =>
			join.on(coversEntry({ country: 'e.country', owner: 'e.owner_id', theme: 'e.theme', entry: 'e.id' }))
		)
		.select(['target.id', 'target.scopeKind', 'target.scopeCode', 'target.measure', 'target.amount'])
		.select(['target.dueOn', 'target.countingState', 'e.state'])
		.select((eb) => eb.fn.count<number>('e.id').as('count'))
		.select((eb) => eb.fn.sum<number | null>('e.ects').as('ects'))
		.where('target.projectId', '=', projectId)
		.where(isLiveTarget(at))
		.groupBy(['target.id', 'target.scopeKind', 'target.scopeCode', 'target.measure', 'target.amount'])
		.groupBy(['target.dueOn', 'target.countingState', 'e.state'])
		.orderBy('target.id')
		.orderBy('e.state')
		.execute();
	const targets = [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((states) => {
		const [target] = states;
		if (!target) return [];
		const counted = states.filter(({ state }) => state && hasReached(algorithm, state, target.countingState));
		const have = counted.reduce(
			(sum, { count, ects }) => sum + Number(target.measure === 'entries' ? count : ects),
			0
		);
		return [{ ...target, have: rounded(have) }];
	});
	return dueTargets(targets, algorithm, day).map(({ id }) => id);
}

export const listDueTargetsOnce = kept(listDueTargets);
