import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { searchText } from '#lib/domain/fold.ts';
import type { Origin } from '#lib/domain/origin.ts';
import { participationSubject } from '#lib/domain/outreach/outreach.ts';
import { outreachBlocks } from '#lib/domain/outreach/rules.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { RecordOutreach } from '#lib/schemas/outreach/outreach.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { lockProject } from './lock-project.ts';
import { assertOutreachParts, nextOutreachCode } from './outreach-parts.ts';

type Input = RecordOutreach & { origin?: Origin };

/** Writes a line into the dissemination log. */
export function recordOutreach(
	db: Db,
	actor: Actor,
	{ origin = 'entered', organisationIds, workPackageIds, ...said }: Input,
	now: Date
): Promise<{ id: string; code: string }> {
	return db.transaction().execute(async (db) => {
		const { projectId } = actor;
		await lockProject(db, projectId);
		const named = { organisationIds: [said.organisationId, ...organisationIds], workPackageIds };
		const { countryOf } = await assertOutreachParts(db, projectId, named);
		assertCan(
			actor,
			'outreach:edit',
			participationSubject({
				leadOrganisationId: said.organisationId,
				leadCountry: countryOf(said.organisationId),
				organisationIds,
				workPackageIds,
				isPublic: false
			})
		);
		assertNone(outreachBlocks(said, await findToday(db, projectId, now)));

		const id = newId();
		const code = await nextOutreachCode(db, projectId, 'outreach');
		const at = now.toISOString();
		await db
			.insertInto('outreach')
			.values({
				id,
				projectId,
				code,
				...said,
				visibility: null,
				visibilityReason: '',
				visibilityBy: null,
				visibilityAt: null,
				origin,
				search: outreachSearch({ code, ...said }),
				createdBy: actor.personId,
				createdAt: at,
				changedAt: at
			})
			.execute();
		await replaceOutreachParts(db, id, { organisationIds, workPackageIds });
		await recordAudit(db, actor, 'outreach:record', { type: 'outreach', id, label: code }, now, said);
		return { id, code };
	});
}

type Searched = Pick<RecordOutreach, 'title' | 'place' | 'authors' | 'venue' | 'summary'> & { code: string };

export function outreachSearch({ code, title, place, authors, venue, summary }: Searched): string {
	return searchText(code, title, place, authors, venue, summary);
}

/** Organisations and work packages of a line, instead of those it had. */
export async function replaceOutreachParts(
	db: Db,
	outreachId: string,
	{ organisationIds, workPackageIds }: Pick<RecordOutreach, 'organisationIds' | 'workPackageIds'>
): Promise<void> {
	await db.deleteFrom('outreachOrganisation').where('outreachId', '=', outreachId).execute();
	if (organisationIds.length > 0)
		await db
			.insertInto('outreachOrganisation')
			.values([...new Set(organisationIds)].map((organisationId) => ({ outreachId, organisationId })))
			.execute();
	await db.deleteFrom('outreachWorkPackage').where('outreachId', '=', outreachId).execute();
	if (workPackageIds.length > 0)
		await db
			.insertInto('outreachWorkPackage')
			.values([...new Set(workPackageIds)].map((workPackageId) => ({ outreachId, workPackageId })))
			.execute();
}
