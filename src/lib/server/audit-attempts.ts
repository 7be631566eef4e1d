import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { appendAudit, recordAudit, type AuditedRecord } from './audit.ts';

/** Refused attempts of one person in a minute that are kept; more of them tell nothing new, and would fill the trail. */
export const MOST_REFUSALS = 20;
const MINUTE_MS = 60_000;

/** An attempt that was refused, in a transaction of its own; the last one kept of a minute says that more may follow. */
export async function recordAttempt(
	db: Db,
	actor: Actor,
	act: string,
	record: AuditedRecord,
	now: Date,
	details: Readonly<Record<string, unknown>>
): Promise<void> {
	await db.transaction().execute(async (db) => {
		const earlier = await countRefusals(db, actor, now);
		if (earlier >= MOST_REFUSALS) return;
		const more = earlier === MOST_REFUSALS - 1 ? { more: 'not kept for a minute' } : {};
		const entry = { chain: actor.projectId, actor, act, record, details: { ...details, ...more } };
		const actingFor = actor.actingFor && { actingFor: actor.actingFor.name };
		await appendAudit(db, { ...entry, ...actingFor, outcome: 'refused' }, now);
	});
}

/** An act of reading that leaves an event, once a minute for the same record: a download goes on in many requests. */
export async function recordOnce(
	db: Db,
	actor: Actor,
	act: string,
	record: AuditedRecord & { id: string },
	now: Date,
	details: Readonly<Record<string, unknown>> = {}
): Promise<void> {
	await db.transaction().execute(async (db) => {
		const known = await db
			.selectFrom('auditEvent')
			.select('sequence')
			.where('chain', '=', actor.projectId)
			.where('recordId', '=', record.id)
			.where('actorId', '=', actor.personId)
			.where('act', '=', act)
			.where('outcome', '=', 'done')
			.where('at', '>', minuteBefore(now))
			.executeTakeFirst();
		if (!known) await recordAudit(db, actor, act, record, now, details);
	});
}

async function countRefusals(db: Db, actor: Actor, now: Date): Promise<number> {
	const { count } = await db
		.selectFrom('auditEvent')
		.select((eb) => eb.fn.countAll<number>().as('count'))
		.where('chain', '=', actor.projectId)
		.where('actorId', '=', actor.personId)
		.where('outcome', '=', 'refused')
		.where('at', '>', minuteBefore(now))
		.executeTakeFirstOrThrow();
	return Number(count);
}

function minuteBefore(now: Date): string {
	return new Date(now.getTime() - MINUTE_MS).toISOString();
}
