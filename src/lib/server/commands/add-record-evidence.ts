import type { Db } from '#db/schema.ts';
import { assertCan, can } from '#lib/domain/can.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import { EDIT_RECORD, READ_RECORD, type RecordType } from '#lib/domain/records.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { listRecords } from '#lib/server/queries/list-records.ts';
import type { EvidenceOf } from './evidence-of.ts';
import { lockProject } from './lock-project.ts';
import { auditedEvidence, takeEvidence } from './take-evidence.ts';

interface Target {
	type: RecordType;
	id: string;
}

/** Lets evidence stand for a record: files and an address that come into being with it, or what the project has. */
export function addRecordEvidence(
	db: Db,
	actor: Actor,
	target: Target,
	evidenceOf: EvidenceOf,
	now: Date
): Promise<{ label: string }> {
	return db.transaction().execute(async (db) => {
		await lockProject(db, actor.projectId);
		const record = await findEditable(db, actor, target);
		const { linked } = await insertRecordEvidence(db, actor, target, await evidenceOf(db), now);
		const audited = { type: target.type, id: record.id, label: record.label };
		await recordAudit(db, actor, `${target.type}:evidence`, audited, now, { linked });
		return { label: record.label };
	});
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
export async function insertRecordEvidence(
	db: Db,
	actor: Actor,
	{ type, id: recordId }: Target,
	evidenceIds: readonly string[],
	now: Date
) {
	const used = await db
		.selectFrom('recordEvidence')
		.select('evidenceId')
		.where('recordType', '=', type)
		.where('recordId', '=', recordId)
		.where('removedAt', 'is', null)
		.execute();
	const isUsed = (id: string) => used.some(({ evidenceId }) => evidenceId === id);
	const evidence = await takeEvidence(db, actor.projectId, evidenceIds, isUsed);
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
	return { useIds: uses.map(({ id }) => id), linked: auditedEvidence(evidence) };
}

async function findEditable(db: Db, actor: Actor, { type, id }: Target) {
	const [record] = await listRecords(db, actor.projectId, type, [id]);
	if (!record || !can(actor, READ_RECORD[type], record.subject).ok) throw new NotFound();
	assertCan(actor, EDIT_RECORD[type], record.subject);
	return record;
}
