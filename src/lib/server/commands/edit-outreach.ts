import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { organiserBlocks, participationSubject } from '#lib/domain/outreach/outreach.ts';
import { outreachBlocks, visibilityBlocks } from '#lib/domain/outreach/rules.ts';
import { assertNone, Conflict } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { ConfirmVisibility, EditOutreach } from '#lib/schemas/outreach/outreach.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { lockProject } from './lock-project.ts';
import { assertOutreachParts } from './outreach-parts.ts';
import { outreachSearch, replaceOutreachParts } from './record-outreach.ts';
import { takeOutreach } from './take-outreach.ts';

/** Changes a line of the log; a new address or title asks for the emblem to be looked at again. */
export function editOutreach(
	db: Db,
	actor: Actor,
	{ version, organisationIds, workPackageIds, code, ...said }: EditOutreach & { code: string },
	now: Date
): Promise<{ code: string }> {
	return db.transaction().execute(async (db) => {
		await lockProject(db, actor.projectId);
		const { line, subject, audited } = await takeOutreach(db, actor, code);
		const named = { organisationIds: [said.organisationId, ...organisationIds], workPackageIds };
		const { countryOf } = await assertOutreachParts(db, actor.projectId, named);
		const leadCountry = countryOf(said.organisationId);
		const after = { leadOrganisationId: said.organisationId, leadCountry, organisationIds, workPackageIds };
		assertCan(actor, 'outreach:edit', participationSubject({ ...after, isPublic: false }));
		if (line.version !== version)
			throw new Conflict({ title: line.title, summary: line.summary, url: line.url ?? '' });
		assertNone([
			...organiserBlocks(actor, 'outreach:edit', { ...line, subject }, said.organisationId),
			...outreachBlocks(said, await findToday(db, actor.projectId, now))
		]);
		const isOther = said.url !== line.url || said.level !== line.level || said.kind !== line.kind;
		const again = isOther
			? { visibility: null, visibilityReason: '', visibilityBy: null, visibilityAt: null }
			: {};
		await change(db, line, { ...said, ...again, search: outreachSearch({ code, ...said }) }, now);
		await replaceOutreachParts(db, line.id, { organisationIds, workPackageIds });
		const { title, state, startsOn, url } = line;
		await recordAudit(db, actor, 'outreach:edit', audited, now, {
			from: { title, state, startsOn, url },
			to: said
		});
		return { code };
	});
}

/** Somebody looked: emblem and disclaimer are there, or are not owed. */
export function confirmVisibility(
	db: Db,
	actor: Actor,
	{ code, version, visibility, reason }: ConfirmVisibility & { code: string },
	now: Date
): Promise<{ code: string }> {
	return db.transaction().execute(async (db) => {
		const { line, audited } = await takeOutreach(db, actor, code);
		if (line.version !== version) throw new Conflict({ visibility: line.visibility ?? '' });
		assertNone([
			...visibilityBlocks(line),
			...(line.visibility === visibility && line.visibilityReason === reason
				? [{ code: 'outreach-unchanged', record: code } as const]
				: [])
		]);
		const said = { visibility, visibilityReason: visibility === 'confirmed' ? '' : reason };
		const by = { visibilityBy: actor.personId, visibilityAt: now.toISOString() };
		await change(db, line, { ...said, ...by }, now);
		await recordAudit(db, actor, 'outreach:visibility', audited, now, { ...said, url: line.url });
		return { code };
	});
}

type Line = Awaited<ReturnType<typeof takeOutreach>>['line'];

async function change(
	db: Db,
	line: Line,
	set: Partial<Omit<Line, 'id' | 'version' | 'changedAt'>>,
	now: Date
): Promise<void> {
	const { numUpdatedRows } = await db
		.updateTable('outreach')
		.set({ ...set, changedAt: now.toISOString(), version: line.version + 1 })
		.where('id', '=', line.id)
		.where('version', '=', line.version)
		.executeTakeFirst();
	if (numUpdatedRows === 0n) throw new Conflict({ title: line.title });
}
