import type { Db } from '#db/schema.ts';
import { targetBlocks, type Aim } from '#lib/domain/catalogue/targets.ts';
import type { Day } from '#lib/domain/days.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { newId } from '#lib/server/ids.ts';
import { findAlgorithm } from '#lib/server/queries/find-algorithm.ts';
import { hasTargetScope } from '#lib/server/queries/has-target-scope.ts';
import { lockProject } from './lock-project.ts';

/** A new target, or the new form of one that has just ended; refused where the rules say no. */
export async function insertTarget(
	db: Db,
	actor: Actor,
	target: Aim & { title: string; replacesId: string | null; version: number },
	at: { now: Date; today: Day }
): Promise<string> {
	const { projectId } = actor;
	const { title, scopeKind, scopeCode, measure, amount, dueOn, countingState, replacesId, version } = target;
	await lockProject(db, projectId);
	const { algorithm } = await findAlgorithm(db, projectId);
	const live = await db
		.selectFrom('catalogueTarget')
		.select(['title', 'scopeKind', 'scopeCode', 'measure', 'amount', 'dueOn', 'countingState'])
		.where('projectId', '=', projectId)
		.where('endedAt', 'is', null)
		.orderBy('setAt')
		.orderBy('id')
		.execute();
	const isKnownScope = await hasTargetScope(db, projectId, target);
	assertNone(targetBlocks(target, { algorithm, today: at.today, isKnownScope, live }));
	const id = newId();
	await db
		.insertInto('catalogueTarget')
		.values({
			id,
			projectId,
			title,
			scopeKind,
			scopeCode,
			measure,
			amount,
			dueOn,
			countingState,
			setBy: actor.personId,
			setAt: at.now.toISOString(),
			endedAt: null,
			endedBy: null,
			endReason: null,
			replacesId,
			origin: 'entered',
			version
		})
		.execute();
	return id;
}
