import type { Db } from '#db/schema.ts';
import { clearDemoClock } from '#lib/server/clock.ts';
import { deleteCheckIns } from './delete-check-ins.ts';
import { deleteIndicatorWork } from './delete-indicator-work.ts';
import { deleteItemHistory } from './delete-item-history.ts';
import { deleteRiskWork } from './delete-risk-work.ts';
import { deleteSamplePeople } from './delete-sample-people.ts';
import { deleteSamplePlan } from './delete-sample-plan.ts';
import { findSampleScope } from '#lib/server/queries/find-sample-scope.ts';

/** Removes all sample data of a project within the caller's transaction. The audit trail stays as it was. */
export async function deleteSampleData(db: Db, projectId: string): Promise<void> {
	const scope = await findSampleScope(db, projectId);
	await deleteCheckIns(db, scope);
	await deleteItemHistory(db, scope);
	await deleteIndicatorWork(db, scope);
	await deleteRiskWork(db, scope);
	await deleteSamplePlan(db, scope);
	await deleteSamplePeople(db, scope);
	const left = await db.selectFrom('person').select('id').where('origin', '=', 'sample').limit(1).execute();
	if (left.length === 0) await clearDemoClock(db);
}
