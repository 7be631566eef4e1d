import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { settleBlocks, withdrawObjectionBlocks } from '#lib/domain/meetings/minutes-objections.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { SettleObjection } from '#lib/schemas/meetings/minutes.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { auditedMeeting } from '#lib/server/queries/find-meeting-facts.ts';
import { endCirculation } from './end-circulation.ts';
import { moveMinutes } from './move-minutes.ts';
import { objectionOf, takeMinutes } from './take-minutes.ts';
import { tellOfWriting } from './tell-of-minutes.ts';

type Settle = SettleObjection & { slug: string };

/** The organisation that objected takes it back. */
export function withdrawObjection(db: Db, actor: Actor, input: Settle, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const found = await takeMinutes(db, actor, input.slug);
		const { meeting, minutes } = found;
		assertCan(actor, 'minutes:object', found.subjects.read);
		const objection = objectionOf(found, input.objectionId);
		assertNone(withdrawObjectionBlocks(minutes, objection, actor.organisationId));
		await settle(db, actor, objection.id, 'withdrawn', input.note, now);
		const { organisation } = objection;
		const details = { organisation, note: input.note };
		await recordAudit(db, actor, 'minutes:withdraw-objection', auditedMeeting(meeting), now, details);
	});
}

/** Gives way: the circulation ends, and the minutes are a draft again, to be changed and circulated anew. */
export function acceptObjection(db: Db, actor: Actor, input: Settle, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const found = await takeMinutes(db, actor, input.slug);
		const { meeting, minutes, current } = found;
		assertCan(actor, 'minutes:circulate', found.subjects.take);
		const objection = objectionOf(found, input.objectionId);
		assertNone(settleBlocks(minutes, objection));
		if (!current) return;
		await settle(db, actor, objection.id, 'accepted', input.note, now);
		const { organisation } = objection;
		const reason = `Objection of ${organisation} accepted`;
		await endCirculation(db, actor, current, { outcome: 'withdrawn', reason }, now);
		await moveMinutes(db, found, 'withdraw', now);
		const details = { number: current.number, organisation, note: input.note };
		await recordAudit(db, actor, 'minutes:accept-objection', auditedMeeting(meeting), now, details);
		await tellOfWriting(db, actor, meeting, meeting, reason, now);
	});
}

async function settle(
	db: Db,
	actor: Actor,
	id: string,
	settled: 'withdrawn' | 'accepted',
	settledNote: string,
	now: Date
): Promise<void> {
	await db
		.updateTable('minutesObjection')
		.set({ settled, settledNote, settledBy: actor.personId, settledAt: now.toISOString() })
		.where('id', '=', id)
		.execute();
}
