import type { Db } from '#db/schema.ts';
import { canonicalEvent, CHAIN_START } from '#lib/domain/audit-chain.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { tellHolder } from './mail/tell-holder.ts';
import { assertRightsHold } from './queries/assert-rights-hold.ts';
import { inChunks } from './commands/in-chunks.ts';
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
export function appendAudit(db: Db, { chain, ...entry }: AuditEntry, now: Date): Promise<void> {
	return appendAudits(db, chain, [entry], now);
}

async function appendAudits(
	db: Db,
	chain: string,
	entries: readonly Omit<AuditEntry, 'chain'>[],
	now: Date
): Promise<void> {
	if (entries.length === 0) return;
	await db
		.insertInto('auditHead')
		.values({ chain, sequence: 0, hash: CHAIN_START })
		.onConflict((conflict) => conflict.column('chain').doNothing())
		.execute();
	const head = await db
		.updateTable('auditHead')
		.set((eb) => ({ sequence: eb('sequence', '+', entries.length) }))
		.where('chain', '=', chain)
		.returning(['sequence', 'hash'])
		.executeTakeFirstOrThrow();
	let hash = head.hash;
	const events = entries.map((entry, index) => {
		const event = {
			chain,
			sequence: head.sequence - entries.length + 1 + index,
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
			previousHash: hash
		} as const;
		hash = sha256(canonicalEvent(event));
		return { ...event, hash };
	});
	await inChunks(events, (rows) => db.insertInto('auditEvent').values(rows).execute());
	await db.updateTable('auditHead').set({ hash }).where('chain', '=', chain).execute();
}

/** One of many parts of an act. */
export type ActPart = Pick<AuditEntry, 'act' | 'record' | 'details'>;

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
	await recordParts(db, actor, [{ act, record, details }], now);
	await assertRightsHold(db, actor, now);
	await tellHolder(db, actor, record, typeof details.reason === 'string' ? details.reason : '', now);
}

/** Records parts of an act; whoever carries the act out records the whole of it last, with `recordAudit`. */
export async function recordParts(db: Db, actor: Actor, parts: readonly ActPart[], now: Date): Promise<void> {
	const actingFor = actor.actingFor && { actingFor: actor.actingFor.name };
	const entries = parts.map((part) => ({ actor, ...part, ...actingFor }));
	await appendAudits(db, actor.projectId, entries, now);
}
