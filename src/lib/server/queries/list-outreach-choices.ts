import type { Db } from '#db/schema.ts';
import { listOrganisationOptions } from './list-organisation-options.ts';

/** What the forms of dissemination, mobility and training offer. */
export async function listOutreachChoices(db: Db, projectId: string) {
	const organisations = await listOrganisationOptions(db, projectId);
	const workPackages = await db
		.selectFrom('workPackage')
		.select(['id', 'number', 'title'])
		.where('projectId', '=', projectId)
		.orderBy('number')
		.execute();
	return { organisations, workPackages };
}
