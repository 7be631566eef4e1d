import type { Db } from '#db/schema.ts';
import { canonicalEvent, CHAIN_START } from '#lib/domain/audit-chain.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { tellHolder } from './mail/tell-holder.ts';
import { assertRightsHold } from './queries/assert-rights-hold.ts';
import { sha256 } from './ids.ts';

/** Chain of accounts, sign-ins and settings; every project has its own beside it. */
export const INSTALLATION = 'installation';

export interface AuditedRecord {
	type: string;
	id: string | null;
	/** D4.2, MS3, an e-mail: what a person would call it. */
	label: string;
}

export interface AuditEntry {
	chain: string;
	actor: { personId: string | null; name: string; organisationId: string | null };
	act: string;
	record: AuditedRecord;
	details?: Readonly<Record<string, unknown>>;
	outcome?: 'done' | 'refused';
	actingFor?: string;
}

/**
 * The only writer of the audit chain. Call it inside the transaction of the change it records:
 * the update of the head makes concurrent writers queue, so that a chain cannot fork.
 */
export async function appendAudit(db: Db, entry: AuditEntry, now: Date): Promise<void> {
	await db
		.insertInto('auditHead')
		.values({ chain: entry.chain, sequence: 0, hash: CHAIN_START })
		.onConflict((conflict) => conflict.column('chain').doNothing())
		.execute();
	const head = await db
		.updateTable('auditHead')
		.set((eb) => ({ sequence: eb('sequence', '+', 1) }))
		.where('chain', '=', entry.chain)
		.returning(['sequence', 'hash'])
		.executeTakeFirstOrThrow();
	const event = {
		chain: entry.chain,
		sequence: head.sequence,
		at: now.toISOString(),
		actorId: entry.actor.personId,
		actorName: entry.actor.name,
		actingFor: entry.actingFor ?? null,
		organisationId: entry.actor.organisationId,
		act: entry.act,
		outcome: entry.outcome ?? 'done',
		recordType: entry.record.type,
		recordId: entry.record.id,
		recordLabel: entry.record.label,
		details: JSON.stringify(entry.details ?? {}),
		previousHash: head.hash
	} as const;
	const hash = sha256(canonicalEvent(event));
	await db
		.insertInto('auditEvent')
		.values({ ...event, hash })
		.execute();
	await db.updateTable('auditHead').set({ hash }).where('chain', '=', entry.chain).execute();
}

/**
 * Records an act of a project member on the project's own chain. Every writer of the chain waits here for the one before,
 * so this is also where rights that ended meanwhile are seen, and take the whole act back. Every act ends here, so this
 * is where whoever holds its item afterwards is told.
 */
export async function recordAudit(
	db: Db,
	actor: Actor,
	act: string,
	record: AuditedRecord,
	now: Date,
	details: Readonly<Record<string, unknown>> = {}
): Promise<void> {
	await recordPart(db, actor, act, record, now, details);
	await assertRightsHold(db, actor, now);
	await tellHolder(db, actor, record, typeof details.reason === 'string' ? details.reason : '', now);
}

/** Records one of many parts of an act; whoever carries the act out records the whole of it last, with `recordAudit`. */
export async function recordPart(
	db: Db,
	actor: Actor,
	act: string,
	record: AuditedRecord,
	now: Date,
	details: Readonly<Record<string, unknown>> = {}
): Promise<void> {
	const actingFor = actor.actingFor && { actingFor: actor.actingFor.name };
	await appendAudit(db, { chain: actor.projectId, actor, act, record, details, ...actingFor }, now);
}
