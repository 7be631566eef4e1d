import type { Db } from '#db/schema.ts';
import { searchText } from '#lib/domain/fold.ts';
import type { FileRecord } from '#lib/schemas/project-file.ts';
import { newId } from '#lib/server/ids.ts';
import { forgetCitations } from '#lib/server/commands/forget-citations.ts';
import { cite, type ImportContext } from './context.ts';

type Part = FileRecord<'organisations'>;

function columns(one: Part) {
	return {
		acronym: one.acronym,
		name: one.name,
		currentName: one.current_name,
		renamedOn: one.renamed_on,
		country: one.country,
		city: one.city,
		timeZone: one.time_zone,
		role: one.role,
		status: one.status,
		pic: one.pic,
		origin: one.origin,
		search: searchText(one.code, one.acronym, one.name, one.current_name, one.city)
	};
}

/** New ones are added after those that are there; one that is there takes the file's values. */
export async function putOrganisations(
	db: Db,
	context: ImportContext,
	records: readonly Part[]
): Promise<void> {
	const { projectId, organisations } = context;
	let position = organisations.size;
	for (const [index, one] of records.entries()) {
		const known = organisations.get(one.code);
		if (known !== undefined && one.origin === 'sample') {
			const message = `the project has "${one.code}", and sample data cannot replace it`;
			context.problems.push({ path: `organisations[${index}]`, message });
			continue;
		}
		const id = known ?? newId();
		if (known === undefined) {
			position += 1;
			await db
				.insertInto('organisation')
				.values({ id, projectId, code: one.code, position, ...columns(one) })
				.execute();
			organisations.set(one.code, id);
		} else {
			await db
				.updateTable('organisation')
				.set((eb) => ({ ...columns(one), version: eb('version', '+', 1) }))
				.where('id', '=', id)
				.execute();
			await forgetCitations(db, projectId, 'organisation', id);
		}
		cite(context, 'organisation', id, one);
	}
}
