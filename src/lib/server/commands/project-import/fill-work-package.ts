import type { Db } from '#db/schema.ts';
import type { FileRecord } from '#lib/schemas/project-file.ts';
import { cite, idOf, idOrNull, type ImportContext } from './context.ts';

/**
 * Sample values for what is not public of a real work package. Each filled field is cited as sample, which is how it
 * is shown and found again when the sample data goes; a value that is known stays.
 */
export async function fillWorkPackage(
	db: Db,
	context: ImportContext,
	id: string,
	one: FileRecord<'work_packages'>,
	path: string
): Promise<void> {
	const there = await db
		.selectFrom('workPackage')
		.select(['title', 'leadOrganisationId', 'coLeadOrganisationId', 'startMonth', 'endMonth'])
		.where('id', '=', id)
		.executeTakeFirstOrThrow();
	const given = {
		leadOrganisationId: idOrNull(context.organisations, one.lead),
		coLeadOrganisationId: idOrNull(context.organisations, one.co_lead),
		startMonth: one.start_month,
		endMonth: one.end_month
	};
	const fields = [
		['lead', there.leadOrganisationId, given.leadOrganisationId],
		['co_lead', there.coLeadOrganisationId, given.coLeadOrganisationId],
		['start_month', there.startMonth, given.startMonth],
		['end_month', there.endMonth, given.endMonth],
		['title', there.title, one.title]
	] as const;
	for (const [field, known, value] of fields)
		if (known !== null && value !== null && known !== value)
			context.problems.push({
				path: `${path}.${field}`,
				message: 'is known, and sample data cannot replace it'
			});

	await db
		.updateTable('workPackage')
		.set({
			leadOrganisationId: there.leadOrganisationId ?? given.leadOrganisationId,
			coLeadOrganisationId: there.coLeadOrganisationId ?? given.coLeadOrganisationId,
			startMonth: there.startMonth ?? given.startMonth,
			endMonth: there.endMonth ?? given.endMonth
		})
		.where('id', '=', id)
		.execute();
	const filled: string[] = fields.flatMap(([field, known, value]) =>
		known === null && value !== null ? [field] : []
	);

	const present = await db
		.selectFrom('workPackageOrganisation')
		.select('organisationId')
		.where('workPackageId', '=', id)
		.execute();
	const rows = one.participants
		.map((code) => ({ workPackageId: id, organisationId: idOf(context.organisations, code) }))
		.filter((row) => !present.some(({ organisationId }) => organisationId === row.organisationId));
	if (rows.length > 0) {
		await db.insertInto('workPackageOrganisation').values(rows).execute();
		filled.push('participants');
	}
	const sources = filled.map((field) => ({ url: null, field, origin: null, note: '' }));
	cite(context, 'work-package', id, { origin: 'sample', sources });
}
