import type { Db } from '#db/schema.ts';
import type { SampleScope } from '#lib/server/queries/find-sample-scope.ts';

/** The accounts of the demo with their evidence and roles, and organisations invented for them. */
export async function deleteSamplePeople(db: Db, { projectId, people }: SampleScope): Promise<void> {
	await deleteEvidence(db, projectId, people);
	if (people.length > 0) {
		await letGo(db, people);
		await db.deleteFrom('person').where('id', 'in', people).execute();
	}
	const members = db.selectFrom('membership').select('organisationId').where('projectId', '=', projectId);
	const sample = db
		.selectFrom('organisation')
		.select('id')
		.where('projectId', '=', projectId)
		.where('origin', '=', 'sample')
		.where('id', 'not in', members);
	await db.deleteFrom('workPackageOrganisation').where('organisationId', 'in', sample).execute();
	await db.deleteFrom('organisation').where('id', 'in', sample).execute();
	await db
		.updateTable('organisation')
		.set({ origin: 'entered' })
		.where('projectId', '=', projectId)
		.where('origin', '=', 'sample')
		.execute();
}

async function deleteEvidence(db: Db, projectId: string, people: readonly string[]): Promise<void> {
	if (people.length === 0) return;
	await db
		.deleteFrom('evidenceUse')
		.where('evidenceId', 'in', db.selectFrom('evidence').select('id').where('addedBy', 'in', people))
		.execute();
	await db
		.deleteFrom('recordEvidence')
		.where((eb) =>
			eb.or([
				eb('usedBy', 'in', people),
				eb('evidenceId', 'in', db.selectFrom('evidence').select('id').where('addedBy', 'in', people))
			])
		)
		.execute();
	await db
		.updateTable('headCount')
		.set({ listId: null })
		.where('listId', 'in', db.selectFrom('evidence').select('id').where('addedBy', 'in', people))
		.execute();
	await db.deleteFrom('evidence').where('projectId', '=', projectId).where('addedBy', 'in', people).execute();
	await db.updateTable('evidence').set({ withdrawnBy: null }).where('withdrawnBy', 'in', people).execute();
	await db
		.deleteFrom('storedFile')
		.where((eb) =>
			eb.not(
				eb.exists(
					eb
						.selectFrom('evidence')
						.select('evidence.id')
						.whereRef('evidence.sha256', '=', 'storedFile.sha256')
				)
			)
		)
		.where((eb) =>
			eb.not(
				eb.exists(
					eb
						.selectFrom('portalEvent')
						.select('portalEvent.id')
						.whereRef('portalEvent.sha256', '=', 'storedFile.sha256')
				)
			)
		)
		.execute();
	await db.updateTable('storedFile').set({ erasedBy: null }).where('erasedBy', 'in', people).execute();
}

/** What they did for real people stays, without them. */
async function letGo(db: Db, people: readonly string[]): Promise<void> {
	await db.updateTable('roleGrant').set({ proposedBy: null }).where('proposedBy', 'in', people).execute();
	await db.updateTable('roleGrant').set({ confirmedBy: null }).where('confirmedBy', 'in', people).execute();
	await db.updateTable('roleGrant').set({ revokedBy: null }).where('revokedBy', 'in', people).execute();
	await db.updateTable('oneTimeLink').set({ createdBy: null }).where('createdBy', 'in', people).execute();
	await db.updateTable('oneTimeLink').set({ shownTo: null }).where('shownTo', 'in', people).execute();
	await db.updateTable('declaredConflict').set({ endedBy: null }).where('endedBy', 'in', people).execute();
	await db.updateTable('brokenGlass').set({ brokenBy: null }).where('brokenBy', 'in', people).execute();
	await db.updateTable('contentLook').set({ endedBy: null }).where('endedBy', 'in', people).execute();
	await db
		.deleteFrom('deputy')
		.where((eb) =>
			eb.or([
				eb('personId', 'in', people),
				eb('deputyId', 'in', people),
				eb('namedBy', 'in', people),
				eb('endedBy', 'in', people)
			])
		)
		.execute();
	for (const table of ['contentLook', 'session', 'oneTimeLink', 'membership', 'roleGrant'] as const)
		await db.deleteFrom(table).where('personId', 'in', people).execute();
	await db.deleteFrom('outboxMail').where('toPersonId', 'in', people).execute();
}
