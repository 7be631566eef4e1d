import type { Db } from '#db/schema.ts';
import type { ProjectFile } from '#lib/schemas/project-file.ts';
import { newId } from '#lib/server/ids.ts';

type Part = NonNullable<ProjectFile['project']>;

function columns(project: Part) {
	return {
		acronym: project.acronym,
		title: project.title,
		grantNumber: project.grant_number,
		callCode: project.call,
		programme: project.programme,
		grantingAuthority: project.granting_authority,
		website: project.website,
		startOn: project.start_on,
		startOrigin: project.sources.find(({ field }) => field === 'start_on')?.origin ?? project.origin,
		durationMonths: project.duration_months,
		timeZone: project.time_zone
	};
}

export async function insertProject(db: Db, project: Part, at: string): Promise<string> {
	const id = newId();
	await db
		.insertInto('project')
		.values({ id, slug: project.slug, createdAt: at, ...columns(project) })
		.execute();
	return id;
}

export async function updateProject(db: Db, projectId: string, project: Part): Promise<void> {
	await db
		.updateTable('project')
		.set((eb) => ({ ...columns(project), version: eb('version', '+', 1) }))
		.where('id', '=', projectId)
		.execute();
}
