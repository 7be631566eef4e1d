import type { Db } from '#db/schema.ts';
import { assertCan, type Subject } from '#lib/domain/can.ts';
import { searchText } from '#lib/domain/fold.ts';
import type { Origin } from '#lib/domain/origin.ts';
import { organiserBlocks, participationSubject } from '#lib/domain/outreach/outreach.ts';
import { dayBlocks } from '#lib/domain/outreach/rules.ts';
import { assertNone, Conflict } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { EditMobility, RecordMobility } from '#lib/schemas/outreach/mobility.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { lockProject } from './lock-project.ts';
import { assertOutreachParts, nextOutreachCode } from './outreach-parts.ts';
import { takeMobility } from './take-outreach.ts';

type Input = RecordMobility & { origin?: Origin };

/** Records a visit, an exchange of staff, a workshop or a training. */
export function recordMobility(
	db: Db,
	actor: Actor,
	{ origin = 'entered', workPackageIds, ...said }: Input,
	now: Date
): Promise<{ id: string; code: string }> {
	return db.transaction().execute(async (db) => {
		const { projectId } = actor;
		await lockProject(db, projectId);
		assertCan(actor, 'mobility:edit', await subjectAfter(db, projectId, { ...said, workPackageIds }));
		assertNone(dayBlocks(said, await findToday(db, projectId, now)));
		const id = newId();
		const code = await nextOutreachCode(db, projectId, 'mobility');
		const at = now.toISOString();
		const search = searchOf(code, said);
		const row = { id, projectId, code, ...said, origin, search, createdBy: actor.personId };
		await db
			.insertInto('mobility')
			.values({ ...row, createdAt: at, changedAt: at })
			.execute();
		await replacePackages(db, id, workPackageIds);
		await recordAudit(db, actor, 'mobility:record', { type: 'mobility', id, label: code }, now, said);
		return { id, code };
	});
}

/** Changes an activity. */
export function editMobility(
	db: Db,
	actor: Actor,
	{ version, workPackageIds, code, ...said }: EditMobility & { code: string },
	now: Date
): Promise<{ code: string }> {
	return db.transaction().execute(async (db) => {
		await lockProject(db, actor.projectId);
		const { line, subject, audited } = await takeMobility(db, actor, code);
		assertCan(actor, 'mobility:edit', await subjectAfter(db, actor.projectId, { ...said, workPackageIds }));
		if (line.version !== version)
			throw new Conflict({ title: line.title, topics: line.topics, results: line.results });
		assertNone([
			...organiserBlocks(actor, 'mobility:edit', { ...line, subject }, said.organisationId),
			...dayBlocks(said, await findToday(db, actor.projectId, now))
		]);
		const { numUpdatedRows } = await db
			.updateTable('mobility')
			.set({ ...said, search: searchOf(code, said), changedAt: now.toISOString(), version: version + 1 })
			.where('id', '=', line.id)
			.where('version', '=', version)
			.executeTakeFirst();
		if (numUpdatedRows === 0n) throw new Conflict({ title: line.title });
		await replacePackages(db, line.id, workPackageIds);
		const { title, state, startsOn, results } = line;
		const from = { title, state, startsOn, results };
		await recordAudit(db, actor, 'mobility:edit', audited, now, { from, to: said });
		return { code };
	});
}

type Parts = Pick<RecordMobility, 'organisationId' | 'hostOrganisationId' | 'workPackageIds'>;

async function subjectAfter(db: Db, projectId: string, parts: Parts): Promise<Subject> {
	const { organisationId, hostOrganisationId, workPackageIds } = parts;
	const named = { organisationIds: [organisationId, hostOrganisationId], workPackageIds };
	const { countryOf } = await assertOutreachParts(db, projectId, named);
	return participationSubject({
		leadOrganisationId: organisationId,
		leadCountry: countryOf(organisationId),
		organisationIds: hostOrganisationId === null ? [] : [hostOrganisationId],
		workPackageIds,
		isPublic: false
	});
}

function searchOf(code: string, { title, place, topics, results }: Omit<RecordMobility, 'workPackageIds'>) {
	return searchText(code, title, place, topics, results);
}

async function replacePackages(db: Db, mobilityId: string, ids: readonly string[]): Promise<void> {
	await db.deleteFrom('mobilityWorkPackage').where('mobilityId', '=', mobilityId).execute();
	if (ids.length > 0)
		await db
			.insertInto('mobilityWorkPackage')
			.values([...new Set(ids)].map((workPackageId) => ({ mobilityId, workPackageId })))
			.execute();
}
