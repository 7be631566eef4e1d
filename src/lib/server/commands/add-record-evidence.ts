import type { Db } from '#db/schema.ts';
import { assertCan, can } from '#lib/domain/can.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import { EDIT_RECORD, READ_RECORD, type RecordType } from '#lib/domain/records.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { findLinkableEvidence } from '#lib/server/queries/find-linkable-evidence.ts';
import { listRecords } from '#lib/server/queries/list-records.ts';
import { lockProject } from './lock-project.ts';

interface Target {
	type: RecordType;
	id: string;
}

/** Lets evidence stand for a record: files or an address that come into being in the same transaction. */
export function addRecordEvidence(
	db: Db,
	actor: Actor,
	target: Target,
	evidenceOf: (db: Db) => Promise<readonly string[]>,
	now: Date
): Promise<{ label: string }> {
	return db.transaction().execute(async (db) => {
		await lockProject(db, actor.projectId);
		const record = await findEditable(db, actor, target);
		const linked = await insertRecordEvidence(db, actor, target, await evidenceOf(db), now);
		const audited = { type: target.type, id: record.id, label: record.label };
		await recordAudit(db, actor, `${target.type}:evidence`, audited, now, { linked });
		return { label: record.label };
	});
}

/** The same with evidence that the project has already, as far as the actor may read it. */
export function linkRecordEvidence(
	db: Db,
	actor: Actor,
	target: Target & { evidenceId: string },
	now: Date
): Promise<{ label: string }> {
	const readable = async (db: Db) => {
		const evidence = await findLinkableEvidence(db, actor, target.evidenceId);
		if (!evidence) throw new NotFound();
		return [evidence.id];
	};
	return addRecordEvidence(db, actor, target, readable, now);
}

/** Takes evidence from a record; it stays evidence of the project. */
export function removeRecordEvidence(
	db: Db,
	actor: Actor,
	target: Target & { useId: string },
	now: Date
): Promise<{ label: string }> {
	return db.transaction().execute(async (db) => {
		const record = await findEditable(db, actor, target);
		const use = await db
			.selectFrom('recordEvidence')
			.innerJoin('evidence', 'evidence.id', 'recordEvidence.evidenceId')
			.select(['recordEvidence.id', 'recordEvidence.removedAt', 'evidence.name'])
			.where('recordEvidence.id', '=', target.useId)
			.where('recordEvidence.recordType', '=', target.type)
			.where('recordEvidence.recordId', '=', record.id)
			.executeTakeFirst();
		if (!use) throw new NotFound();
		// Taken away already, by somebody else at the same moment: that is what was wanted.
		if (use.removedAt !== null) return { label: record.label };
		await db
			.updateTable('recordEvidence')
			.set({ removedAt: now.toISOString() })
			.where('id', '=', use.id)
			.execute();
		const audited = { type: target.type, id: record.id, label: record.label };
		await recordAudit(db, actor, `${target.type}:evidence`, audited, now, { unlinked: use.name });
		return { label: record.label };
	});
}

/**
 * The rows themselves, for commands that have read the record and asked whether they may: part of their transaction,
 * which also records the act. Refuses withdrawn evidence and evidence that stands for the record already.
 */
async function insertRecordEvidence(
	db: Db,
	actor: Actor,
	{ type, id: recordId }: Target,
	evidenceIds: readonly string[],
	now: Date
) {
	const evidence = await findEvidence(db, actor.projectId, evidenceIds);
	const used = await db
		.selectFrom('recordEvidence')
		.select('evidenceId')
		.where('recordType', '=', type)
		.where('recordId', '=', recordId)
		.where('removedAt', 'is', null)
		.execute();
	const isUsed = (id: string) => used.some(({ evidenceId }) => evidenceId === id);
	assertNone([
		...evidence
			.filter(({ withdrawnAt }) => withdrawnAt !== null)
			.map(({ name }) => ({ code: 'evidence-withdrawn', name }) as const),
		...evidence
			.filter(({ id }) => isUsed(id))
			.map(({ name }) => ({ code: 'evidence-already-linked', name }) as const)
	]);
	const uses = evidence.map(({ id }) => ({
		id: newId(),
		projectId: actor.projectId,
		evidenceId: id,
		recordType: type,
		recordId,
		organisationId: actor.organisationId,
		usedBy: actor.personId,
		usedAt: now.toISOString(),
		removedAt: null
	}));
	await db.insertInto('recordEvidence').values(uses).execute();
	return evidence.map(({ name, sha256, url }) => ({ name, sha256, url }));
}

async function findEditable(db: Db, actor: Actor, { type, id }: Target) {
	const [record] = await listRecords(db, actor.projectId, type, [id]);
	if (!record || !can(actor, READ_RECORD[type], record.subject).ok) throw new NotFound();
	assertCan(actor, EDIT_RECORD[type], record.subject);
	return record;
}

async function findEvidence(db: Db, projectId: string, ids: readonly string[]) {
	if (ids.length === 0) throw new NotFound();
	const rows = await db
		.selectFrom('evidence')
		.select(['id', 'name', 'sha256', 'url', 'withdrawnAt'])
		.where('projectId', '=', projectId)
		.where('id', 'in', [...new Set(ids)])
		.orderBy('id')
		.execute();
	if (rows.length === 0) throw new NotFound();
	return rows;
}
