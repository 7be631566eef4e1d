import type { Db } from '#db/schema.ts';
import type { ProjectFile } from '#lib/schemas/project-file.ts';
import { inChunks } from '#lib/server/commands/in-chunks.ts';
import { newId } from '#lib/server/ids.ts';
import { cite, idOf, idOrNull, type ImportContext } from './context.ts';

export async function insertTasks(
	db: Db,
	context: ImportContext,
	records: ProjectFile['tasks']
): Promise<void> {
	const rows = records.map((one) => {
		const id = newId();
		cite(context, 'task', id, one);
		return {
			id,
			projectId: context.projectId,
			workPackageId: idOf(context.workPackages, one.work_package),
			number: one.number,
			title: one.title,
			leadOrganisationId: idOrNull(context.organisations, one.lead),
			startMonth: one.start_month,
			endMonth: one.end_month,
			origin: one.origin
		};
	});
	await inChunks(rows, (chunk) => db.insertInto('task').values(chunk).execute());
}

export async function insertReportingPeriods(
	db: Db,
	context: ImportContext,
	records: ProjectFile['reporting_periods']
): Promise<void> {
	const rows = records.map((one) => {
		const id = newId();
		cite(context, 'reporting-period', id, one);
		return {
			id,
			projectId: context.projectId,
			number: one.number,
			startMonth: one.start_month,
			endMonth: one.end_month,
			kind: one.kind,
			reportDueDays: one.report_due_days,
			origin: one.origin
		};
	});
	await inChunks(rows, (chunk) => db.insertInto('reportingPeriod').values(chunk).execute());
}

export async function insertRisks(
	db: Db,
	context: ImportContext,
	records: ProjectFile['risks']
): Promise<void> {
	const links: { riskId: string; workPackageId: string }[] = [];
	const rows = records.map((one) => {
		const id = newId();
		cite(context, 'risk', id, one);
		for (const number of one.work_packages)
			links.push({ riskId: id, workPackageId: idOf(context.workPackages, number) });
		return {
			id,
			projectId: context.projectId,
			number: one.number,
			description: one.description,
			mitigation: one.mitigation,
			likelihood: one.likelihood,
			severity: one.severity,
			foreseen: one.foreseen ? 1 : 0,
			state:
				one.likelihood === null || one.severity === null ? ('identified' as const) : ('assessed' as const),
			ownerOrganisationId: idOrNull(context.organisations, one.owner),
			origin: one.origin
		};
	});
	await inChunks(rows, (chunk) => db.insertInto('risk').values(chunk).execute());
	await inChunks(links, (chunk) => db.insertInto('riskWorkPackage').values(chunk).execute());
}

export async function insertThemes(
	db: Db,
	context: ImportContext,
	records: ProjectFile['themes']
): Promise<void> {
	const rows = records.map(({ code, title, kind, origin, sources }, index) => {
		const id = newId();
		cite(context, 'theme', id, { origin, sources });
		return { id, projectId: context.projectId, code, title, kind, position: index + 1, origin };
	});
	await inChunks(rows, (chunk) => db.insertInto('theme').values(chunk).execute());
}

export async function insertFacts(
	db: Db,
	context: ImportContext,
	records: ProjectFile['facts']
): Promise<void> {
	const rows = records.map((one, index) => {
		const id = newId();
		cite(context, 'fact', id, one);
		return {
			id,
			projectId: context.projectId,
			kind: one.kind,
			code: one.code,
			title: one.title,
			text: one.text,
			startsOn: one.starts_on,
			endsOn: one.ends_on,
			place: one.place,
			organisationId: idOrNull(context.organisations, one.organisation),
			workPackageId: idOrNull(context.workPackages, one.work_package),
			value: one.value,
			position: index + 1,
			origin: one.origin
		};
	});
	await inChunks(rows, (chunk) => db.insertInto('fact').values(chunk).execute());
}
