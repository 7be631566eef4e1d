import type { Db } from '#db/schema.ts';
import { listDimensions } from './find-indicator-facts.ts';
import { listGoals } from './list-goals.ts';
import { listWorkPackages } from './list-work-packages.ts';

/** What can be chosen for an indicator. */
export async function listIndicatorChoices(db: Db, projectId: string) {
	const workPackages = await listWorkPackages(db, projectId);
	const organisations = await db
		.selectFrom('organisation')
		.select(['id', 'acronym', 'country'])
		.where('projectId', '=', projectId)
		.where('role', '!=', 'external')
		.orderBy('position')
		.execute();
	const goals = await listGoals(db, projectId);
	return {
		workPackages: workPackages.map(({ id, number, title }) => ({ id, number, title })),
		organisations,
		goals: goals.map(({ id, number }) => ({ id, number }))
	};
}

/** An indicator as the fields of its form. */
export async function findIndicatorForm(db: Db, projectId: string, code: string) {
	const row = await db
		.selectFrom('indicator')
		.selectAll()
		.where('projectId', '=', projectId)
		.where('code', '=', code)
		.executeTakeFirst();
	if (!row) return undefined;
	const of = (table: 'indicatorWorkPackage' | 'indicatorGoal' | 'indicatorReporter') =>
		db.selectFrom(table).where('indicatorId', '=', row.id);
	const packages = await of('indicatorWorkPackage')
		.select('workPackageId as id')
		.orderBy('workPackageId')
		.execute();
	const goals = await of('indicatorGoal').select('goalId as id').orderBy('goalId').execute();
	const reporters = await of('indicatorReporter')
		.select('organisationId as id')
		.orderBy('organisationId')
		.execute();
	const targets = await db
		.selectFrom('indicatorTarget')
		.select(['dueOn', 'value', 'note'])
		.where('indicatorId', '=', row.id)
		.orderBy('dueOn')
		.execute();
	const dimensions = await listDimensions(db, row.id);
	const { id, version, closedAt } = row;
	return {
		id,
		version,
		isClosed: closedAt !== null,
		stored: {
			code: row.code,
			title: row.title,
			description: row.description,
			unit: row.unit,
			baseline: row.baseline === null ? '' : String(row.baseline),
			baselineOn: row.baselineOn ?? '',
			level: row.level,
			measure: row.measure ?? '',
			targets: targets.map(({ dueOn, value, note }) => `${dueOn} = ${value} ${note}`.trim()).join('\n'),
			dimensions: dimensions
				.map(({ label, categories }) => `${label}: ${categories.map((one) => one.label).join(', ')}`)
				.join('\n')
		},
		ticked: {
			workPackageIds: packages.map((one) => one.id),
			goalIds: goals.map((one) => one.id),
			reporterIds: reporters.map((one) => one.id)
		}
	};
}
