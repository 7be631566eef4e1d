import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { searchText } from '#lib/domain/fold.ts';
import { Conflict, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { EditOrganisation } from '#lib/schemas/organisations.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { organisationSubject } from '#lib/server/queries/find-organisation-page.ts';

/** Changes what an organisation is called today and where it is; its name in the grant agreement stays. */
export async function editOrganisation(
	db: Db,
	actor: Actor,
	{ code, version, ...change }: EditOrganisation & { code: string },
	now: Date
): Promise<void> {
	await db.transaction().execute(async (db) => {
		const organisation = await db
			.selectFrom('organisation')
			.selectAll()
			.where('projectId', '=', actor.projectId)
			.where('code', '=', code)
			.executeTakeFirst();
		if (!organisation) throw new NotFound();
		assertCan(actor, 'organisation:edit', organisationSubject(organisation));

		const { acronym, name } = organisation;
		const { numUpdatedRows } = await db
			.updateTable('organisation')
			.set({
				...change,
				search: searchText(acronym, name, change.currentName, change.city),
				version: version + 1
			})
			.where('id', '=', organisation.id)
			.where('version', '=', version)
			.executeTakeFirst();
		const { currentName, renamedOn, city, timeZone, pic } = organisation;
		const before = { currentName, renamedOn, city, timeZone, pic };
		if (numUpdatedRows === 0n) throw new Conflict(textOf(before));
		const record = { type: 'organisation', id: organisation.id, label: acronym };
		await recordAudit(db, actor, 'organisation:edit', record, now, { from: before, to: change });
	});
}

function textOf(fields: Readonly<Record<string, string | null>>): Record<string, string> {
	return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value ?? '']));
}
