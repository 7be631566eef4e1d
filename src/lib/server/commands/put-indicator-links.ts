import type { Db } from '#db/schema.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import type { IndicatorDefinition } from '#lib/schemas/indicators.ts';
import { newId } from '#lib/server/ids.ts';

type Links = Pick<IndicatorDefinition, 'workPackageIds' | 'goalIds' | 'reporterIds' | 'targets'>;

/** Work packages, goals, reporters and targets of an indicator, in the place of those before. */
export async function putIndicatorLinks(
	db: Db,
	projectId: string,
	indicatorId: string,
	{ workPackageIds, goalIds, reporterIds, targets }: Links
): Promise<void> {
	await assertOwn(db, projectId, 'workPackage', workPackageIds);
	await assertOwn(db, projectId, 'developmentGoal', goalIds);
	await assertOwn(db, projectId, 'organisation', reporterIds);
	for (const table of [
		'indicatorWorkPackage',
		'indicatorGoal',
		'indicatorReporter',
		'indicatorTarget'
	] as const)
		await db.deleteFrom(table).where('indicatorId', '=', indicatorId).execute();
	if (workPackageIds.length > 0)
		await db
			.insertInto('indicatorWorkPackage')
			.values(unique(workPackageIds).map((workPackageId) => ({ indicatorId, workPackageId })))
			.execute();
	if (goalIds.length > 0)
		await db
			.insertInto('indicatorGoal')
			.values(unique(goalIds).map((goalId) => ({ indicatorId, goalId })))
			.execute();
	if (reporterIds.length > 0)
		await db
			.insertInto('indicatorReporter')
			.values(unique(reporterIds).map((organisationId) => ({ indicatorId, organisationId })))
			.execute();
	if (targets.length > 0)
		await db
			.insertInto('indicatorTarget')
			.values(targets.map((target) => ({ id: newId(), indicatorId, ...target, origin: 'entered' as const })))
			.execute();
}

const unique = (ids: readonly string[]) => [...new Set(ids)];

async function assertOwn(
	db: Db,
	projectId: string,
	table: 'workPackage' | 'developmentGoal' | 'organisation',
	ids: readonly string[]
): Promise<void> {
	if (ids.length === 0) return;
	const known = await db
		.selectFrom(table)
		.select('id')
		.where('projectId', '=', projectId)
		.where('id', 'in', unique(ids))
		.execute();
	if (known.length !== unique(ids).length) throw new NotFound();
}
