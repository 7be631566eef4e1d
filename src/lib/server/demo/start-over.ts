import type { Db } from '#db/schema.ts';
import { clearDemoClock } from '#lib/server/clock.ts';
import { deleteSampleData } from '#lib/server/commands/sample-data/delete-sample-data.ts';

const LOADING = 'demo-loading';

/** Noted before the demo is loaded into an empty installation, and taken back when all of it is there. */
export async function noteLoading(db: Db): Promise<void> {
	await db.insertInto('setting').values({ key: LOADING, value: '1' }).execute();
}

export async function noteLoaded(db: Db): Promise<void> {
	await db.deleteFrom('setting').where('key', '=', LOADING).execute();
}

/** Removes a demo that was interrupted while it was loading, so that it can be loaded again. Nobody has used it yet. */
export async function startOver(db: Db): Promise<void> {
	await db.transaction().execute(async (db) => {
		const note = await db.selectFrom('setting').select('key').where('key', '=', LOADING).executeTakeFirst();
		const own = await db.selectFrom('person').select('id').where('origin', '!=', 'sample').limit(1).execute();
		if (!note || own.length > 0) return;
		const projects = await db.selectFrom('project').select('id').orderBy('id').execute();
		for (const { id } of projects) {
			await deleteSampleData(db, id);
			const workPackages = db.selectFrom('workPackage').select('id').where('projectId', '=', id);
			await db.deleteFrom('citation').where('projectId', '=', id).execute();
			await db.deleteFrom('criteriaVersion').where('projectId', '=', id).execute();
			await db.deleteFrom('criteriaProfile').where('projectId', '=', id).execute();
			await db.deleteFrom('theme').where('projectId', '=', id).execute();
			await db.deleteFrom('decision').where('projectId', '=', id).execute();
			await db.deleteFrom('meeting').where('projectId', '=', id).execute();
			await db.deleteFrom('meetingSeries').where('projectId', '=', id).execute();
			await db.deleteFrom('fact').where('projectId', '=', id).execute();
			await db.deleteFrom('outreach').where('projectId', '=', id).execute();
			await db.deleteFrom('indicator').where('projectId', '=', id).execute();
			await db.deleteFrom('developmentGoal').where('projectId', '=', id).execute();
			await db.deleteFrom('workPackageOrganisation').where('workPackageId', 'in', workPackages).execute();
			await db.deleteFrom('workPackage').where('projectId', '=', id).execute();
			await db.deleteFrom('organisation').where('projectId', '=', id).execute();
			await db.deleteFrom('auditEvent').where('chain', '=', id).execute();
			await db.deleteFrom('auditHead').where('chain', '=', id).execute();
			await db.deleteFrom('project').where('id', '=', id).execute();
		}
		await clearDemoClock(db);
		await noteLoaded(db);
	});
}
