import type { Db } from '#db/schema.ts';
import type { SampleScope } from '#lib/server/queries/find-sample-scope.ts';

/** Invented check-ins, and what invented people sent, accepted, returned and locked in others. */
export async function deleteCheckIns(db: Db, { projectId, people }: SampleScope): Promise<void> {
	const theirs = ['', ...people];
	await db
		.deleteFrom('checkIn')
		.where('projectId', '=', projectId)
		.where((eb) => eb.or([eb('origin', '=', 'sample'), eb('submittedBy', 'in', theirs)]))
		.execute();
	await db.deleteFrom('checkInEvidence').where('addedBy', 'in', theirs).execute();
	await db.deleteFrom('checkInException').where('madeBy', 'in', theirs).execute();
	await db.deleteFrom('checkInPeriodStep').where('takenBy', 'in', theirs).execute();
	await db.updateTable('checkInStep').set({ takenBy: null }).where('takenBy', 'in', theirs).execute();
	await db
		.updateTable('checkInPeriod')
		.set({ lockedAt: null, lockedBy: null })
		.where('lockedBy', 'in', theirs)
		.execute();
	await freeItems(db, projectId);
	await deleteUntouchedPeriods(db, projectId);
}

/** Nobody has to be shown as silent in a period that only invented people had reported on. */
async function deleteUntouchedPeriods(db: Db, projectId: string): Promise<void> {
	const told = db.selectFrom('checkIn').select('periodId').where('projectId', '=', projectId);
	await db
		.deleteFrom('checkInPeriod')
		.where('projectId', '=', projectId)
		.where('lockedAt', 'is', null)
		.where('id', 'not in', told)
		.execute();
}

/** Lines keep no work package or organisation of the invented plan. */
async function freeItems(db: Db, projectId: string): Promise<void> {
	const packages = db
		.selectFrom('workPackage')
		.select('id')
		.where('projectId', '=', projectId)
		.where('origin', '=', 'sample');
	await db
		.updateTable('checkInLine')
		.set({ workPackageId: null })
		.where('workPackageId', 'in', packages)
		.execute();
	await db.deleteFrom('checkInText').where('workPackageId', 'in', packages).execute();
}
