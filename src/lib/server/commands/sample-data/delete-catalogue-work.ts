import type { Db } from '#db/schema.ts';
import type { SampleScope } from '#lib/server/queries/find-sample-scope.ts';

/** What invented people decided about the catalogue, and what stands on their signatures and evidence. */
export async function deleteCatalogueWork(
	db: Db,
	{ projectId, people, cleared }: SampleScope
): Promise<void> {
	const theirs = ['', ...people];
	const touched = ['', ...cleared];
	await db
		.updateTable('entry')
		.set({ mergedIntoItemId: null })
		.where('mergedIntoItemId', 'in', touched)
		.execute();
	await db.updateTable('entry').set({ authorId: null }).where('authorId', 'in', theirs).execute();
	await db
		.deleteFrom('institutionApproval')
		.where((eb) =>
			eb.or([
				eb('itemId', 'in', touched),
				eb('signatureId', 'in', db.selectFrom('signature').select('id').where('personId', 'in', theirs)),
				eb('evidenceId', 'in', db.selectFrom('evidence').select('id').where('addedBy', 'in', theirs))
			])
		)
		.execute();
	await db
		.deleteFrom('institutionAnswer')
		.where('projectId', '=', projectId)
		.where((eb) => eb.or([eb('answeredBy', 'in', theirs), eb('reviewedBy', 'in', theirs)]))
		.execute();
	await db
		.deleteFrom('awardingOfficer')
		.where('projectId', '=', projectId)
		.where((eb) => eb.or([eb('personId', 'in', theirs), eb('namedBy', 'in', theirs)]))
		.execute();
	await db
		.deleteFrom('catalogueTarget')
		.where('projectId', '=', projectId)
		.where((eb) => eb.or([eb('origin', '=', 'sample'), eb('setBy', 'in', theirs)]))
		.execute();
	await db
		.deleteFrom('algorithmVersion')
		.where('projectId', '=', projectId)
		.where((eb) => eb.or([eb('origin', '=', 'sample'), eb('publishedBy', 'in', theirs)]))
		.execute();
	await db.deleteFrom('catalogueImport').where('importedBy', 'in', theirs).execute();
	await db
		.deleteFrom('entryDuty')
		.where((eb) => eb.or([eb('personId', 'in', theirs), eb('setBy', 'in', theirs)]))
		.execute();
	await db.deleteFrom('entryBody').where('addedBy', 'in', theirs).execute();
	await db
		.updateTable('entryOverlap')
		.set({ decision: null, reason: null, decidedBy: null, decidedAt: null })
		.where('decidedBy', 'in', theirs)
		.execute();
	await db.updateTable('entryElement').set({ setBy: null }).where('setBy', 'in', theirs).execute();
	await db.updateTable('entryStep').set({ takenBy: null }).where('takenBy', 'in', theirs).execute();
}
