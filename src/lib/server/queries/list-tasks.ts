import type { Db } from '#db/schema.ts';

/** The tasks of a project with their leads, in the order of their work packages. */
export async function listTasks(db: Db, projectId: string) {
	const tasks = await db
		.selectFrom('task')
		.innerJoin('workPackage', 'workPackage.id', 'task.workPackageId')
		.leftJoin('organisation', 'organisation.id', 'task.leadOrganisationId')
		.select([
			'task.id',
			'task.workPackageId',
			'workPackage.number as workPackageNumber',
			'task.number',
			'task.title',
			'task.startMonth',
			'task.endMonth',
			'task.leadOrganisationId',
			'task.origin',
			'task.version',
			'organisation.acronym as lead'
		])
		.where('task.projectId', '=', projectId)
		.execute();
	const inOrder = new Intl.Collator('en', { numeric: true });
	return tasks.toSorted((a, b) => inOrder.compare(a.number, b.number));
}
