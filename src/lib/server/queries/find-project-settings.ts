import type { Db } from '#db/schema.ts';
import type { PlannedMonth } from '#lib/domain/project-settings.ts';

export async function findProjectSettings(db: Db, projectId: string) {
	return db.selectFrom('project').selectAll().where('id', '=', projectId).executeTakeFirst();
}

/** Items with a due month, whose dates hang on the first day of the project. */
export async function listMonthDatedItems(db: Db, projectId: string) {
	return db
		.selectFrom('item')
		.leftJoin('deliverable', 'deliverable.itemId', 'item.id')
		.leftJoin('milestone', 'milestone.itemId', 'item.id')
		.select(['id', 'kind', 'code', 'item.version', 'dueMonth', 'contractualOn', 'agreedOn', 'forecastOn'])
		.select(['state', 'submittedOn', 'achievedOn'])
		.where('item.projectId', '=', projectId)
		.where('dueMonth', 'is not', null)
		.orderBy('kind')
		.orderBy('position')
		.orderBy('code')
		.execute();
}

/** The last month of everything planned. */
export async function listPlannedMonths(db: Db, projectId: string): Promise<PlannedMonth[]> {
	const workPackages = await db
		.selectFrom('workPackage')
		.select(['number', 'endMonth'])
		.where('projectId', '=', projectId)
		.execute();
	const tasks = await db
		.selectFrom('task')
		.select(['number', 'endMonth'])
		.where('projectId', '=', projectId)
		.execute();
	const items = await listMonthDatedItems(db, projectId);
	return [
		...items.map(({ code, dueMonth }) => ({ code, month: dueMonth ?? 0 })),
		...workPackages.map(({ number, endMonth }) => ({ code: `WP${number}`, month: endMonth ?? 0 })),
		...tasks.map(({ number, endMonth }) => ({ code: number, month: endMonth }))
	];
}
