import type { Db } from '#db/schema.ts';
import { listPresenters } from './list-presenters.ts';

/** What the form of a meeting offers: series, hosts with their zones, people, work packages. */
export async function listMeetingChoices(db: Db, projectId: string) {
	const series = await db
		.selectFrom('meetingSeries')
		.select(['id', 'title'])
		.where('projectId', '=', projectId)
		.orderBy('title')
		.orderBy('id')
		.execute();
	const organisations = await db
		.selectFrom('organisation')
		.select(['id', 'acronym', 'name', 'city', 'country', 'timeZone'])
		.where('projectId', '=', projectId)
		.orderBy('position')
		.orderBy('acronym')
		.execute();
	const people = await listPresenters(db, projectId);
	const workPackages = await db
		.selectFrom('workPackage')
		.select(['id', 'number', 'title'])
		.where('projectId', '=', projectId)
		.orderBy('number')
		.execute();
	return { series, organisations, people, workPackages };
}
