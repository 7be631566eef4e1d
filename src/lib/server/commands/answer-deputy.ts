import type { Db } from '#db/schema.ts';
import { can } from '#lib/domain/can.ts';
import { deputyState } from '#lib/domain/deputies.ts';
import { assertNone, NotFound, Refusal } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { DeputyOf, EndDeputy } from '#lib/schemas/deputies.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { findDeputyRow } from '#lib/server/queries/list-deputies.ts';
import { findToday } from '#lib/server/queries/find-today.ts';
import { lockRights, markRightsChanged } from './change-rights.ts';

/** The deputy agrees; nobody else can for them. */
export function agreeDeputy(db: Db, actor: Actor, input: DeputyOf, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const row = await takeDeputy(db, actor, input.id, now);
		if (row.deputyId !== actor.personId)
			throw new Refusal([{ code: 'deputy-confirms', deputy: row.deputyName }]);
		assertNone(row.state === 'proposed' ? [] : [{ code: 'deputy-not-open' }]);
		await db.updateTable('deputy').set({ confirmedAt: now.toISOString() }).where('id', '=', row.id).execute();
		await markRightsChanged(db, actor.personId, now);
		await recordAudit(db, actor, 'deputy:agree', recordOf(row), now, { deputy: row.deputyName });
	});
}

/** Ends it from now on, or declines: the person, the deputy or the coordinator. */
export function endDeputy(db: Db, actor: Actor, input: EndDeputy, now: Date): Promise<void> {
	return db.transaction().execute(async (db) => {
		const row = await takeDeputy(db, actor, input.id, now);
		const mayName = can(actor, 'deputy:name', { assignedPersonIds: [row.personId] }).ok;
		if (!mayName && row.deputyId !== actor.personId && row.personId !== actor.personId) throw new NotFound();
		assertNone(row.state === 'ended' || row.state === 'over' ? [{ code: 'deputy-not-open' }] : []);
		const { reason } = input;
		await db
			.updateTable('deputy')
			.set({ endedAt: now.toISOString(), endedBy: actor.personId, endReason: reason })
			.where('id', '=', row.id)
			.execute();
		await markRightsChanged(db, row.deputyId, now);
		await recordAudit(db, actor, 'deputy:end', recordOf(row), now, { deputy: row.deputyName, reason });
	});
}

async function takeDeputy(db: Db, actor: Actor, id: string, now: Date) {
	await lockRights(db, actor.projectId);
	const row = await findDeputyRow(db, actor.projectId, id);
	if (!row) throw new NotFound();
	return { ...row, state: deputyState(row, await findToday(db, actor.projectId, now)) };
}

function recordOf(row: { personId: string; personName: string }) {
	return { type: 'person', id: row.personId, label: row.personName };
}
