import type { Db } from '#db/schema.ts';
import type { SampleScope } from './find-sample-scope.ts';

/** How much of what would go; kinds without any are left out. One query. */
export async function countSampleRecords(
	db: Db,
	scope: SampleScope
): Promise<{ what: string; count: number }[]> {
	const { projectId } = scope;
	const cleared = ['', ...scope.cleared];
	const people = ['', ...scope.people];
	const of = (
		table:
			| 'task'
			| 'reportingPeriod'
			| 'risk'
			| 'indicator'
			| 'indicatorActual'
			| 'fact'
			| 'baseline'
			| 'qualityPlanVersion'
			| 'checklistVersion'
			| 'organisation'
			| 'citation'
			| 'decision'
			| 'outreach'
			| 'mobility'
	) =>
		db
			.selectFrom(table)
			.select((eb) => eb.fn.countAll<number>().as('count'))
			.where('projectId', '=', projectId)
			.where('origin', '=', 'sample');
	const items = (kind: 'deliverable' | 'milestone' | 'action') =>
		db
			.selectFrom('item')
			.select((eb) => eb.fn.countAll<number>().as('count'))
			.where('projectId', '=', projectId)
			.where('origin', '=', 'sample')
			.where('kind', '=', kind);
	const history = (table: 'signature' | 'reviewComment' | 'dateMove') =>
		db
			.selectFrom(table)
			.select((eb) => eb.fn.countAll<number>().as('count'))
			.where('itemId', 'in', cleared);
	const evidence = db
		.selectFrom('evidence')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('projectId', '=', projectId)
		.where('addedBy', 'in', people);

	const row = await db
		.selectNoFrom([
			items('deliverable').as('deliverables'),
			items('milestone').as('milestones'),
			items('action').as('actions'),
			of('decision').as('decisions'),
			of('outreach').as('outreach'),
			of('mobility').as('activities'),
			of('task').as('tasks'),
			of('reportingPeriod').as('periods'),
			of('risk').as('risks'),
			of('indicator').as('indicators'),
			of('indicatorActual').as('actuals'),
			of('fact').as('facts'),
			of('baseline').as('baselines'),
			of('qualityPlanVersion').as('plans'),
			of('checklistVersion').as('checklists'),
			of('citation').where('field', 'is not', null).where('recordType', '=', 'work-package').as('values'),
			of('organisation').as('organisations'),
			evidence.as('files'),
			history('signature').as('signatures'),
			history('reviewComment').as('comments'),
			history('dateMove').as('moves')
		])
		.executeTakeFirstOrThrow();
	const counts = {
		...row,
		restarted: scope.cleared.length - scope.items.length,
		people: scope.people.length
	};
	return Object.entries(counts)
		.map(([what, count]) => ({ what, count: Number(count) }))
		.filter(({ count }) => count > 0);
}
