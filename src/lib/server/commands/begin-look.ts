import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { lookBlocks, LOOK_MINUTES } from '#lib/domain/looks.ts';
import { assertNone, NotFound } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { BeginLook, EndLook } from '#lib/schemas/looks.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId } from '#lib/server/ids.ts';
import { findOpenLook } from '#lib/server/queries/list-looks.ts';
import { lockRights, markRightsChanged } from './change-rights.ts';

/** A technical administrator reads the project's content for a while, in the sight of coordinator and QA lead. */
export function beginLook(db: Db, actor: Actor, input: BeginLook, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		await lockRights(db, actor.projectId);
		assertCan(actor, 'look:begin', {});
		assertNone(lookBlocks(await findOpenLook(db, actor.projectId, actor.personId, now)));
		const { projectId, personId } = actor;
		const untilAt = new Date(now.getTime() + LOOK_MINUTES * 60_000).toISOString();
		const look = { id: newId(), projectId, personId, reason: input.reason, untilAt };
		await db
			.insertInto('contentLook')
			.values({ ...look, begunAt: now.toISOString(), endedAt: null, endedBy: null })
			.execute();
		await markRightsChanged(db, personId, now);
		const record = { type: 'person', id: personId, label: actor.name };
		await recordAudit(db, actor, 'look:begin', record, now, { reason: input.reason, untilAt });
	});
}

/** Ends a look before its time: the coordinator, the QA lead, or who looks. */
export function endLook(db: Db, actor: Actor, input: EndLook, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		await lockRights(db, actor.projectId);
		assertCan(actor, 'look:end', {});
		const look = await db
			.selectFrom('contentLook')
			.innerJoin('person', 'person.id', 'contentLook.personId')
			.select(['contentLook.id', 'contentLook.personId', 'person.name', 'untilAt', 'endedAt'])
			.where('contentLook.projectId', '=', actor.projectId)
			.where('contentLook.id', '=', input.lookId)
			.executeTakeFirst();
		if (!look) throw new NotFound();
		const isOver = look.endedAt !== null || look.untilAt <= now.toISOString();
		assertNone(isOver ? [{ code: 'look-over' }] : []);
		await db
			.updateTable('contentLook')
			.set({ endedAt: now.toISOString(), endedBy: actor.personId })
			.where('id', '=', look.id)
			.execute();
		await markRightsChanged(db, look.personId, now);
		const record = { type: 'person', id: look.personId, label: look.name };
		await recordAudit(db, actor, 'look:end', record, now);
	});
}
