import type { Db } from '#db/schema.ts';
import { searchText } from '#lib/domain/fold.ts';
import type { FileRecord } from '#lib/schemas/project-file.ts';
import { newId } from '#lib/server/ids.ts';
import { forgetCitations } from '#lib/server/commands/forget-citations.ts';
import { cite, idOf, idOrNull, type ImportContext } from './context.ts';
import { fillWorkPackage } from './fill-work-package.ts';

type Part = FileRecord<'work_packages'>;

/** New ones are added; sample data only fills what an existing one lacks; anything else takes the file's values. */
export async function putWorkPackages(
	db: Db,
	context: ImportContext,
	records: readonly Part[]
): Promise<void> {
	for (const [index, one] of records.entries()) {
		const known = context.workPackages.get(one.number);
		if (known !== undefined && one.origin === 'sample') {
			await fillWorkPackage(db, context, known, one, `work_packages[${index}]`);
			continue;
		}
		const id = known ?? newId();
		const columns = {
			title: one.title,
			objectives: one.objectives.join('\n'),
			leadOrganisationId: idOrNull(context.organisations, one.lead),
			coLeadOrganisationId: idOrNull(context.organisations, one.co_lead),
			startMonth: one.start_month,
			endMonth: one.end_month,
			origin: one.origin,
			search: searchText(`WP${one.number}`, one.title, ...one.objectives)
		};
		if (known === undefined) {
			const { projectId } = context;
			await db
				.insertInto('workPackage')
				.values({ id, projectId, number: one.number, ...columns })
				.execute();
			context.workPackages.set(one.number, id);
		} else {
			await db
				.updateTable('workPackage')
				.set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
				.where('id', '=', id)
				.execute();
			await forgetCitations(db, context.projectId, 'work-package', id);
			await db.deleteFrom('workPackageOrganisation').where('workPackageId', '=', id).execute();
		}
		await insertParticipants(db, context, id, one.participants);
		cite(context, 'work-package', id, one);
	}
}

async function insertParticipants(
	db: Db,
	context: ImportContext,
	workPackageId: string,
	codes: readonly string[]
): Promise<void> {
	if (codes.length === 0) return;
	const rows = codes.map((code) => ({ workPackageId, organisationId: idOf(context.organisations, code) }));
	await db.insertInto('workPackageOrganisation').values(rows).execute();
}
