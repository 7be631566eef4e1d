import type { Db } from '#db/schema.ts';
import type { Algorithm } from '#lib/domain/catalogue/algorithm.ts';
import { outlookFrom, outlookOf, partOf } from '#lib/domain/catalogue/outlook.ts';
import { PROPOSED_ALGORITHM } from '#lib/domain/catalogue/proposed-algorithm.ts';
import type { Aim, TargetScope } from '#lib/domain/catalogue/targets.ts';
import type { Day } from '#lib/domain/days.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { parseAlgorithm } from '#lib/schemas/catalogue/algorithm.ts';
import { listEntryPasts } from './list-entry-pasts.ts';

/**
 * The next target due of a part of the catalogue, and whether it will be reached; a part without one of its own is
 * shown as what it adds to the target of the whole. `undefined` where no target is set. Two queries, a third where
 * credits, themes or levels are counted.
 */
export async function findTargetSummary(
	db: Db,
	actor: Actor,
	scope: TargetScope,
	{ today, timeZone }: { today: Day; timeZone: string }
) {
	const { projectId } = actor;
	const targets = await listLiveTargets(db, projectId);
	const isDueNext = (one: TargetScope) => (target: Aim) =>
		target.scopeKind === one.scopeKind && target.scopeCode === one.scopeCode;
	const upcoming = [...targets.filter(({ dueOn }) => dueOn >= today), ...targets.toReversed()];
	const own = upcoming.find(isDueNext(scope));
	const target = own ?? upcoming.find(isDueNext({ scopeKind: 'project', scopeCode: '' }));
	if (!target) return undefined;
	const { settings, ...aim } = target;
	const algorithm: Algorithm = settings === null ? PROPOSED_ALGORITHM : parseAlgorithm(settings);
	const pasts = await listEntryPasts(db, projectId, { aims: [aim], from: outlookFrom(today), timeZone });
	return {
		...aim,
		/** The one that keeps the catalogue. */
		workPackage: algorithm.workPackage,
		outlook: outlookOf(aim, algorithm, pasts, today),
		/** What the part adds, where the target is of the whole. */
		part: own ? null : partOf(aim, scope, algorithm, pasts, today)
	};
}

/** Each with the algorithm in force, so that the first page asks once. */
function listLiveTargets(db: Db, projectId: string) {
	return db
		.selectFrom('catalogueTarget')
		.select((eb) => [
			'id',
			'title',
			'scopeKind',
			'scopeCode',
			'measure',
			'amount',
			'dueOn',
			'countingState',
			'origin',
			eb
				.selectFrom('algorithmVersion')
				.select('settings')
				.whereRef('algorithmVersion.projectId', '=', 'catalogueTarget.projectId')
				.orderBy('number', 'desc')
				.limit(1)
				.as('settings')
		])
		.where('projectId', '=', projectId)
		.where('endedAt', 'is', null)
		.orderBy('dueOn')
		.orderBy('measure', 'desc')
		.orderBy('amount', 'desc')
		.orderBy('id')
		.execute();
}
