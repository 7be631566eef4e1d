import type { Db } from '#db/schema.ts';
import type { BaselineEntry } from '#db/schema/plan.ts';
import { standingOf } from '#lib/domain/baselines.ts';
import { PLAN_KINDS, type PlanKind } from '#lib/domain/items.ts';

export type CurrentEntry = Omit<BaselineEntry, 'baselineId'>;

/** The plan as it stands now, record by record, in the shape in which a baseline keeps it. */
export async function listPlanEntries(db: Db, projectId: string): Promise<CurrentEntry[]> {
	return [
		...(await workPackageEntries(db, projectId)),
		...(await taskEntries(db, projectId)),
		...(await itemEntries(db, projectId))
	];
}

async function workPackageEntries(db: Db, projectId: string): Promise<CurrentEntry[]> {
	const rows = await db
		.selectFrom('workPackage')
		.select(['id', 'number', 'title', 'leadOrganisationId', 'startMonth', 'endMonth'])
		.where('projectId', '=', projectId)
		.orderBy('number')
		.execute();
	return rows.map(({ id, number, ...row }) => ({
		kind: 'work-package',
		recordId: id,
		code: `WP${number}`,
		...row,
		workPackageNumber: number,
		dueMonth: null,
		dueOn: null,
		standing: 'planned',
		details: '{}'
	}));
}

async function taskEntries(db: Db, projectId: string): Promise<CurrentEntry[]> {
	const rows = await db
		.selectFrom('task')
		.innerJoin('workPackage', 'workPackage.id', 'task.workPackageId')
		.select([
			'task.id as recordId',
			'task.number as code',
			'task.title',
			'task.leadOrganisationId',
			'workPackage.number as workPackageNumber',
			'task.startMonth',
			'task.endMonth'
		])
		.where('task.projectId', '=', projectId)
		.orderBy('task.number')
		.execute();
	return rows.map((row) => ({
		kind: 'task',
		...row,
		dueMonth: null,
		dueOn: null,
		standing: 'planned',
		details: '{}'
	}));
}

async function itemEntries(db: Db, projectId: string): Promise<CurrentEntry[]> {
	const rows = await db
		.selectFrom('item')
		.innerJoin('workPackage', 'workPackage.id', 'item.workPackageId')
		.leftJoin('deliverable', 'deliverable.itemId', 'item.id')
		.select([
			'item.id as recordId',
			'item.kind',
			'item.code',
			'item.title',
			'item.state',
			'item.leadOrganisationId',
			'workPackage.number as workPackageNumber',
			'item.dueMonth',
			'item.contractualOn as dueOn',
			'deliverable.type',
			'deliverable.disseminationLevel as level'
		])
		.where('item.projectId', '=', projectId)
		.where('item.kind', 'in', PLAN_KINDS)
		.$narrowType<{ kind: PlanKind }>()
		.orderBy('item.position')
		.orderBy('item.code')
		.execute();
	const means = await db
		.selectFrom('meansOfVerification')
		.select(['itemId', 'text'])
		.where('projectId', '=', projectId)
		.orderBy('position')
		.execute();
	const meansByItem = Map.groupBy(means, ({ itemId }) => itemId);
	return rows.map(({ type, level, state, ...row }) => {
		const texts = (meansByItem.get(row.recordId) ?? []).map(({ text }) => text);
		const details = row.kind === 'deliverable' ? { type, level } : { means: texts };
		const months = { startMonth: null, endMonth: null };
		return { ...row, ...months, standing: standingOf(state), details: JSON.stringify(details) };
	});
}
