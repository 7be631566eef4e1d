import type { Db } from '#db/schema.ts';
import type { SampleScope } from '#lib/server/queries/find-sample-scope.ts';

/** Invented lines of the log and activities, and what invented people counted and confirmed in real ones. */
export async function deleteOutreachWork(db: Db, { projectId, people }: SampleScope): Promise<void> {
	const theirs = ['', ...people];
	const gone: string[] = [];
	for (const table of ['outreach', 'mobility'] as const) {
		const rows = await db
			.selectFrom(table)
			.select('id')
			.where('projectId', '=', projectId)
			.where((eb) => eb.or([eb('origin', '=', 'sample'), eb('createdBy', 'in', theirs)]))
			.execute();
		gone.push(...rows.map(({ id }) => id));
	}
	const ids = ['', ...gone];
	await db
		.deleteFrom('headCount')
		.where('projectId', '=', projectId)
		.where((eb) =>
			eb.or([eb('recordId', 'in', ids), eb('recordedBy', 'in', theirs), eb('origin', '=', 'sample')])
		)
		.execute();
	await db
		.deleteFrom('recordEvidence')
		.where('projectId', '=', projectId)
		.where((eb) => eb.or([eb('recordId', 'in', ids), eb('usedBy', 'in', theirs)]))
		.execute();
	for (const table of ['outreach', 'mobility'] as const)
		await db.deleteFrom(table).where('id', 'in', ids).execute();
	await db
		.updateTable('outreach')
		.set((eb) => ({
			visibility: null,
			visibilityReason: '',
			visibilityBy: null,
			visibilityAt: null,
			version: eb('version', '+', 1)
		}))
		.where('projectId', '=', projectId)
		.where('visibilityBy', 'in', theirs)
		.execute();
}

/** Reports that invented people began, and what they wrote into others: the text before is the text again. */
export async function deleteReportWork(db: Db, { projectId, people }: SampleScope): Promise<void> {
	const theirs = ['', ...people];
	await db.deleteFrom('report').where('projectId', '=', projectId).where('createdBy', 'in', theirs).execute();
	await db.deleteFrom('reportText').where('writtenBy', 'in', theirs).execute();
	await db
		.updateTable('reportText')
		.set({ untilAt: null })
		.where('reportId', 'in', db.selectFrom('report').select('id').where('projectId', '=', projectId))
		.where((eb) =>
			eb.not(
				eb.exists(
					eb
						.selectFrom('reportText as later')
						.select('later.version')
						.whereRef('later.reportId', '=', 'reportText.reportId')
						.whereRef('later.section', '=', 'reportText.section')
						.whereRef('later.version', '>', 'reportText.version')
				)
			)
		)
		.execute();
}
