import type { Db } from '#db/schema.ts';
import { headBlocks } from '#lib/domain/outreach/rules.ts';
import type { CountedRecord } from '#lib/domain/outreach/heads.ts';
import type { OutreachReason } from '#lib/domain/outreach/reasons.ts';
import { assertNone, Conflict, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { SaveHeads } from '#lib/schemas/outreach/heads.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { listRecordEvidence } from '#lib/server/queries/list-record-evidence.ts';
import { lockProject } from './lock-project.ts';
import { assertOutreachParts } from './outreach-parts.ts';
import { takeMobility, takeOutreach } from './take-outreach.ts';

interface Target {
	type: CountedRecord;
	code: string;
}

/** Says how many people of a kind a record reached or trained; a line that is changed is changed at the version seen. */
export function saveHeads(
	db: Db,
	actor: Actor,
	target: Target,
	{ headsId, version, ...said }: SaveHeads,
	now: Date
): Promise<{ code: string }> {
	return db.transaction().execute(async (db) => {
		const { line, audited } = await take(db, actor, target);
		assertNone(headBlocks(line));
		await assertOutreachParts(db, actor.projectId, {
			organisationIds: [said.organisationId],
			workPackageIds: []
		});
		const stored = await listHeads(db, target.type, line.id);
		const known = stored.find(({ id }) => id === headsId);
		if (headsId !== null && !known) throw new NotFound();
		if (known && known.version !== version) throw new Conflict({ heads: String(known.heads ?? '') });
		assertNone([
			...twice(
				said,
				stored.filter(({ id }) => id !== headsId)
			),
			...(await listBlocks(db, actor, target.type, line.id, said.listId))
		]);

		const by = { recordedBy: actor.personId, recordedAt: now.toISOString() };
		if (known) {
			const { numUpdatedRows } = await db
				.updateTable('headCount')
				.set({ ...said, ...by, version: known.version + 1 })
				.where('id', '=', known.id)
				.where('version', '=', known.version)
				.executeTakeFirst();
			if (numUpdatedRows === 0n) throw new Conflict({});
		} else {
			const { projectId } = actor;
			const key = { id: newId(), projectId, recordType: target.type, recordId: line.id };
			await db
				.insertInto('headCount')
				.values({ ...key, ...said, ...by, origin: line.origin === 'sample' ? 'sample' : 'entered' })
				.execute();
		}
		await recordAudit(db, actor, `${target.type}:heads`, audited, now, said);
		return { code: line.code };
	});
}

/** Takes a line away that was counted by mistake; what it said stays in the trail. */
export function removeHeads(
	db: Db,
	actor: Actor,
	target: Target,
	{ headsId }: { headsId: string },
	now: Date
): Promise<{ code: string }> {
	return db.transaction().execute(async (db) => {
		const { line, audited } = await take(db, actor, target);
		const known = (await listHeads(db, target.type, line.id)).find(({ id }) => id === headsId);
		if (!known) throw new NotFound();
		await db.deleteFrom('headCount').where('id', '=', headsId).execute();
		const { role, kind, heads } = known;
		await recordAudit(db, actor, `${target.type}:heads`, audited, now, { removed: { role, kind, heads } });
		return { code: line.code };
	});
}

/** One writer at a time: what is said twice at once would count twice. */
async function take(db: Db, actor: Actor, { type, code }: Target) {
	await lockProject(db, actor.projectId);
	return type === 'outreach' ? takeOutreach(db, actor, code) : takeMobility(db, actor, code);
}

function listHeads(db: Db, type: CountedRecord, recordId: string) {
	return db
		.selectFrom('headCount')
		.select(['id', 'role', 'kind', 'organisationId', 'groupName', 'heads', 'version'])
		.where('recordType', '=', type)
		.where('recordId', '=', recordId)
		.orderBy('id')
		.execute();
}

type Heads = Awaited<ReturnType<typeof listHeads>>[number];

function twice(
	said: Pick<Heads, 'role' | 'kind' | 'organisationId' | 'groupName'>,
	others: readonly Heads[]
): OutreachReason[] {
	const { role, kind, organisationId, groupName } = said;
	const isThere = others.some(
		(one) =>
			one.role === role &&
			one.kind === kind &&
			one.organisationId === organisationId &&
			one.groupName === groupName
	);
	return isThere ? [{ code: 'heads-twice', role, kind, organisation: groupName }] : [];
}

async function listBlocks(
	db: Db,
	actor: Actor,
	type: CountedRecord,
	recordId: string,
	listId: string | null
): Promise<OutreachReason[]> {
	if (listId === null) return [];
	const evidence = await listRecordEvidence(db, actor.projectId, type, [recordId]);
	const isThere = evidence.some(({ id, withdrawnAt }) => id === listId && withdrawnAt === null);
	return isThere ? [] : [{ code: 'heads-list-unknown' }];
}
