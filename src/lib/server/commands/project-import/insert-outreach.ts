import type { Db } from '#db/schema.ts';
import type { ProjectFile } from '#lib/schemas/project-file.ts';
import { newId } from '#lib/server/ids.ts';
import { outreachSearch } from '#lib/server/commands/record-outreach.ts';
import { cite, idOf, idOrNull, type ImportContext } from './context.ts';

/** Lines of the dissemination log, with where each is said. */
export async function insertOutreach(
	db: Db,
	context: ImportContext,
	records: ProjectFile['outreach']
): Promise<void> {
	const { projectId, at } = context;
	for (const [index, one] of records.entries()) {
		const { code, kind, state, title, place, country, level, url, authors, venue, doi, licence } = one;
		if (one.ends_on !== null && (one.starts_on === null || one.ends_on < one.starts_on))
			context.problems.push({
				path: `outreach[${index}].ends_on`,
				message: 'the last day must not be before the first'
			});
		else {
			const id = newId();
			await db
				.insertInto('outreach')
				.values({
					...{ id, projectId, code, kind, state, title, place, country, level, url, authors, venue, doi },
					licence,
					startsOn: one.starts_on,
					endsOn: one.ends_on,
					organisationId: idOrNull(context.organisations, one.organisation),
					summary: one.text,
					visibility: null,
					visibilityReason: '',
					visibilityBy: null,
					visibilityAt: null,
					origin: one.origin,
					search: outreachSearch({ code, title, place, authors, venue, summary: one.text }),
					createdBy: null,
					createdAt: at,
					changedAt: at
				})
				.execute();
			cite(context, 'outreach', id, one);
			await insertParts(db, context, id, one);
		}
	}
}

async function insertParts(
	db: Db,
	context: ImportContext,
	outreachId: string,
	one: ProjectFile['outreach'][number]
): Promise<void> {
	const organisations = one.with.map((code) => ({
		outreachId,
		organisationId: idOf(context.organisations, code)
	}));
	if (organisations.length > 0) await db.insertInto('outreachOrganisation').values(organisations).execute();
	const packages = one.work_packages.map((number) => ({
		outreachId,
		workPackageId: idOf(context.workPackages, number)
	}));
	if (packages.length > 0) await db.insertInto('outreachWorkPackage').values(packages).execute();
}
