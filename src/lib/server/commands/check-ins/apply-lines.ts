import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { claimTaken } from '#lib/server/commands/claim-action.ts';
import { insertSupport } from '#lib/server/commands/insert-support.ts';
import { shiftForecast } from '#lib/server/commands/move-forecast.ts';
import { proposeForTaken } from '#lib/server/commands/propose-action-date.ts';
import { takeAction } from '#lib/server/commands/take-action.ts';
import { listBrought, type CheckInLineRow } from '#lib/server/queries/check-ins/find-check-in.ts';
import { findMovableItem } from '#lib/server/queries/find-movable-item.ts';
import type { TakenPeriod } from './take-period.ts';

/**
 * What the lines of a check-in change in the records they speak of, by the same acts as on the records' own pages.
 * What an earlier sending of the same check-in changed already is not changed again.
 */
export async function applyLines(
	db: Db,
	actor: Actor,
	checkInId: string,
	lines: readonly CheckInLineRow[],
	{ plan, today }: Pick<TakenPeriod, 'plan' | 'today'>,
	now: Date
): Promise<number> {
	const brought = (await listBrought(db, checkInId)).filter(({ useId }) => useId === null);
	let changes = 0;
	for (const line of lines) {
		const proofs = brought.filter(({ lineId }) => lineId === line.id);
		for (const proof of proofs) await useProof(db, actor, proof, line.recordId, now);
		const moved = line.answer === 'new-forecast' && (await moveDay(db, actor, line, { plan, today }, now));
		const claimed = line.answer === 'done' && (await claim(db, actor, line, now));
		if (!moved && !claimed && proofs.length === 0) continue;
		changes += 1;
		await db
			.updateTable('checkInLine')
			.set({ appliedAt: now.toISOString() })
			.where('id', '=', line.id)
			.execute();
	}
	return changes;
}

async function useProof(
	db: Db,
	actor: Actor,
	{ id, evidenceId }: { id: string; evidenceId: string },
	itemId: string,
	now: Date
) {
	const useId = await insertSupport(db, actor, { evidenceId, itemId }, now);
	await db.updateTable('checkInEvidence').set({ useId }).where('id', '=', id).execute();
}

/** A forecast that is there already, because it was sent before or moved on the record's own page, stays one line. */
async function moveDay(
	db: Db,
	actor: Actor,
	line: CheckInLineRow,
	context: Pick<TakenPeriod, 'plan' | 'today'>,
	now: Date
): Promise<boolean> {
	if (line.forecastOn === null || line.reasonCode === null) return false;
	const move = { toOn: line.forecastOn, reasonCode: line.reasonCode, reasonText: line.note };
	if (line.recordKind === 'action') {
		const action = await takeNow(db, actor, line.recordId, now);
		if (action.row.forecastOn === move.toOn) return false;
		await proposeForTaken(db, actor, action, { ...action.seen, ...move }, now);
		return true;
	}
	const facts = await findMovableItem(db, actor.projectId, { id: line.recordId });
	if (!facts || facts.item.forecastOn === move.toOn) return false;
	await shiftForecast(db, actor, facts, { ...move, version: facts.item.version }, context, now);
	return true;
}

async function claim(db: Db, actor: Actor, line: CheckInLineRow, now: Date): Promise<boolean> {
	const action = await takeNow(db, actor, line.recordId, now);
	if (action.facts.state === 'done-claimed') return false;
	await claimTaken(db, actor, action, line.note, now);
	return true;
}

/** The action as it stands now: the check-in speaks of the record, not of a version of its page. */
async function takeNow(db: Db, actor: Actor, itemId: string, now: Date) {
	const { version } = await db
		.selectFrom('item')
		.select('version')
		.where('id', '=', itemId)
		.where('projectId', '=', actor.projectId)
		.executeTakeFirstOrThrow();
	const seen = { itemId, version };
	return { ...(await takeAction(db, actor, seen, now)), seen };
}
