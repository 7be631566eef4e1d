import type { Db } from '#db/schema.ts';
import { searchText } from '#lib/domain/fold.ts';
import type { ProjectFile } from '#lib/schemas/project-file.ts';
import { newId } from '#lib/server/ids.ts';
import { inChunks } from '#lib/server/commands/in-chunks.ts';
import { cite, idOf, type ImportContext } from './context.ts';

type Record = ProjectFile['indicators'][number];

export async function insertGoals(
	db: Db,
	context: ImportContext,
	records: ProjectFile['goals']
): Promise<void> {
	const rows = records.map((one) => {
		const id = newId();
		cite(context, 'goal', id, one);
		const { number, contribution, origin } = one;
		return { id, projectId: context.projectId, number, contribution, origin, contributionOrigin: origin };
	});
	await inChunks(rows, (chunk) => db.insertInto('developmentGoal').values(chunk).execute());
}

export async function insertIndicators(
	db: Db,
	context: ImportContext,
	records: ProjectFile['indicators']
): Promise<void> {
	const goals = await db
		.selectFrom('developmentGoal')
		.select(['id', 'number'])
		.where('projectId', '=', context.projectId)
		.orderBy('number')
		.execute();
	const { last } = await db
		.selectFrom('indicator')
		.select((eb) => eb.fn.max('position').as('last'))
		.where('projectId', '=', context.projectId)
		.executeTakeFirstOrThrow();
	for (const [index, one] of records.entries()) {
		const id = newId();
		cite(context, 'indicator', id, one);
		const { code, title, description, unit, baseline, origin } = one;
		await db
			.insertInto('indicator')
			.values({
				id,
				projectId: context.projectId,
				code,
				position: Number(last ?? 0) + index + 1,
				title,
				description,
				unit,
				baseline,
				baselineOn: one.baseline_on,
				level: one.public ? 'PU' : 'SEN',
				measure: one.measure,
				closedAt: null,
				origin,
				search: searchText(code, title, description, unit),
				createdAt: context.at
			})
			.execute();
		await insertLinks(db, context, id, one, goals);
		await insertDimensions(db, id, one.dimensions);
		await insertActuals(db, context, id, one);
	}
}

async function insertLinks(
	db: Db,
	context: ImportContext,
	indicatorId: string,
	one: Record,
	goals: readonly { id: string; number: number }[]
): Promise<void> {
	const packages = one.work_packages.map((number) => ({
		indicatorId,
		workPackageId: idOf(context.workPackages, number)
	}));
	await inChunks(packages, (rows) => db.insertInto('indicatorWorkPackage').values(rows).execute());
	const served = goals
		.filter(({ number }) => one.goals.includes(number))
		.map(({ id }) => ({ indicatorId, goalId: id }));
	await inChunks(served, (rows) => db.insertInto('indicatorGoal').values(rows).execute());
	const codes = new Set([...one.reporters, ...one.actuals.map(({ organisation }) => organisation)]);
	const reporters = [...codes].map((code) => ({
		indicatorId,
		organisationId: idOf(context.organisations, code)
	}));
	await inChunks(reporters, (rows) => db.insertInto('indicatorReporter').values(rows).execute());
	const targets = one.targets.map(({ due_on: dueOn, value, note }) => ({
		id: newId(),
		indicatorId,
		dueOn,
		value,
		note,
		origin: originOf(one, 'targets')
	}));
	await inChunks(targets, (rows) => db.insertInto('indicatorTarget').values(rows).execute());
}

async function insertDimensions(
	db: Db,
	indicatorId: string,
	dimensions: Record['dimensions']
): Promise<void> {
	for (const [index, { label, categories }] of dimensions.entries()) {
		const id = newId();
		await db
			.insertInto('indicatorDimension')
			.values({ id, indicatorId, label, position: index + 1 })
			.execute();
		const rows = categories.map((category, place) => ({
			id: newId(),
			dimensionId: id,
			label: category,
			position: place + 1
		}));
		await inChunks(rows, (chunk) => db.insertInto('indicatorCategory').values(chunk).execute());
	}
}

/** Numbers that the consortium made public itself: accepted, and verified by nobody here. */
async function insertActuals(
	db: Db,
	context: ImportContext,
	indicatorId: string,
	one: Record
): Promise<void> {
	const rows = one.actuals.map(({ organisation, as_of: asOfOn, value }) => ({
		id: newId(),
		projectId: context.projectId,
		indicatorId,
		organisationId: idOf(context.organisations, organisation),
		asOfOn,
		standing: 'value' as const,
		value,
		reason: '',
		source: one.sources.flatMap(({ url }) => (url === null ? [] : [url]))[0] ?? '',
		measure: null,
		state: 'accepted' as const,
		reportedBy: null,
		reportedAt: context.at,
		acceptedBy: null,
		acceptedAt: context.at,
		verifiedBy: null,
		verifiedAt: null,
		replacedAt: null,
		origin: originOf(one, 'actuals')
	}));
	await inChunks(rows, (chunk) => db.insertInto('indicatorActual').values(chunk).execute());
}

/** How sure a part is, where a source speaks of it alone. */
function originOf(one: Record, field: 'targets' | 'actuals') {
	return one.sources.find((source) => source.field === field)?.origin ?? one.origin;
}
