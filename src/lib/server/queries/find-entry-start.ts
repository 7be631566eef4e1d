import type { Db } from '#db/schema.ts';
import { findAlgorithm } from './find-algorithm.ts';
import { findWorkPackageFacts } from './find-work-package-facts.ts';

/** What a new entry needs to know of its project: whose it may be, where it belongs, and where its way begins. */
export async function findEntryStart(
	db: Db,
	projectId: string,
	{ organisationId, theme }: { organisationId: string; theme: string }
) {
	const owner = await db
		.selectFrom('organisation')
		.select(['id', 'code', 'acronym', 'country'])
		.where('projectId', '=', projectId)
		.where('id', '=', organisationId)
		.executeTakeFirst();
	const { algorithm } = await findAlgorithm(db, projectId);
	const found = await findWorkPackageFacts(db, projectId, { number: algorithm.workPackage });
	return { owner, algorithm, workPackage: found?.workPackage, isTheme: await isTheme(db, projectId, theme) };
}

async function isTheme(db: Db, projectId: string, code: string): Promise<boolean> {
	if (code === '') return true;
	const theme = await db
		.selectFrom('theme')
		.select('id')
		.where('projectId', '=', projectId)
		.where('code', '=', code)
		.executeTakeFirst();
	return theme !== undefined;
}
