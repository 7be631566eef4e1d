import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { insertRecordEvidence } from '#lib/server/commands/add-record-evidence.ts';
import { insertSupport } from '#lib/server/commands/insert-support.ts';
import { shiftForecast } from '#lib/server/commands/move-forecast.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { listBrought, type CheckInLineRow } from '#lib/server/queries/check-ins/find-check-in.ts';
import { findMovableItem } from '#lib/server/queries/find-movable-item.ts';
import { blockLine, claimLine, proposeDay } from './apply-to-action.ts';
import { tellStateOfPlay } from './apply-to-risk.ts';
import type { CheckInRow } from './take-check-in.ts';
import type { TakenPeriod } from './take-period.ts';

/**
 * What the lines of a check-in change in the records they speak of, by the same acts as on the records' own pages.
 * What an earlier sending of the same check-in changed already is not changed again.
 */
export async function applyLines(
	db: Db,
	actor: Actor,
	checkIn: CheckInRow,
	lines: readonly CheckInLineRow[],
	period: TakenPeriod,
	now: Date
): Promise<number> {
	const brought = (await listBrought(db, checkIn.id)).filter(({ useId }) => useId === null);
	let changes = 0;
	for (const line of lines) {
		const proofs = brought.filter(({ lineId }) => lineId === line.id);
		for (const proof of proofs) await useProof(db, actor, proof, line, now);
		const isChanged = await applyAnswer(db, actor, checkIn, line, period, now);
		if (!isChanged && proofs.length === 0) continue;
		changes += 1;
		await db
			.updateTable('checkInLine')
			.set({ appliedAt: now.toISOString() })
			.where('id', '=', line.id)
			.execute();
	}
	return changes;
}

async function applyAnswer(
	db: Db,
	actor: Actor,
	checkIn: CheckInRow,
	line: CheckInLineRow,
	period: TakenPeriod,
	now: Date
): Promise<boolean> {
	if (line.recordKind === 'risk') return tellStateOfPlay(db, actor, line, period, now);
	switch (line.answer) {
		case 'new-forecast':
			return moveDay(db, actor, line, period, now);
		case 'done':
			return claimLine(db, actor, checkIn, line, now);
		case 'blocked':
			return line.recordKind === 'action' && blockLine(db, actor, checkIn, line, now);
		default:
			return false;
	}
}

/** Evidence of an item is used for the item as a whole; evidence of a risk stands for the risk. */
async function useProof(
	db: Db,
	actor: Actor,
	{ id, evidenceId }: { id: string; evidenceId: string },
	{ recordKind, recordId, code }: CheckInLineRow,
	now: Date
) {
	if (recordKind !== 'risk') {
		const useId = await insertSupport(db, actor, { evidenceId, itemId: recordId }, now);
		return setUse(db, id, useId);
	}
	const target = { type: 'risk', id: recordId } as const;
	const { useIds, linked } = await insertRecordEvidence(db, actor, target, [evidenceId], now);
	await recordAudit(db, actor, 'risk:evidence', { ...target, label: code }, now, { linked });
	await setUse(db, id, useIds[0] ?? null);
}

async function setUse(db: Db, id: string, useId: string | null): Promise<void> {
	await db.updateTable('checkInEvidence').set({ useId }).where('id', '=', id).execute();
}

/** A forecast that is there already, because it was sent before or moved on the record's own page, stays one line. */
async function moveDay(
	db: Db,
	actor: Actor,
	line: CheckInLineRow,
	context: TakenPeriod,
	now: Date
): Promise<boolean> {
	if (line.forecastOn === null || line.reasonCode === null) return false;
	const move = { toOn: line.forecastOn, reasonCode: line.reasonCode, reasonText: line.note };
	if (line.recordKind === 'action') return proposeDay(db, actor, line.recordId, move, now);
	const facts = await findMovableItem(db, actor.projectId, { id: line.recordId });
	if (!facts || facts.item.forecastOn === move.toOn) return false;
	await shiftForecast(db, actor, facts, { ...move, version: facts.item.version }, context, now);
	return true;
}
