import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { WRITABLE_STATES } from '#lib/domain/check-ins/check-ins.ts';
import { CHECK_IN_LIFE_CYCLE } from '#lib/domain/check-ins/life-cycle.ts';
import { checkInSubject } from '#lib/domain/check-ins/rights.ts';
import { stateBlocks } from '#lib/domain/life-cycle.ts';
import { assertNone, Conflict } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { WriteCheckIn } from '#lib/schemas/check-ins.ts';
import { recordAudit } from '#lib/server/audit.ts';
import type { ReceivedFile } from '#lib/server/files/received-file.ts';
import { assertRightsHold } from '#lib/server/queries/assert-rights-hold.ts';
import { listRecords, type ListedRecord } from '#lib/server/queries/check-ins/list-records.ts';
import { bringEvidence, broughtWith, dropEvidence } from './bring-evidence.ts';
import { auditedCheckIn, takeCheckIn, type CheckInRow } from './take-check-in.ts';
import { takePeriod, type TakenPeriod } from './take-period.ts';
import { otherWords, writeLines } from './write-lines.ts';

/** What somebody typed so far, kept for them and their colleagues; to everybody else it is still silence. */
export function saveCheckIn(
	db: Db,
	actor: Actor,
	startsOn: string,
	input: WriteCheckIn,
	files: readonly ReceivedFile[],
	now: Date
): Promise<void> {
	return db.transaction().execute(async (db) => {
		const period = await takePeriod(db, actor.projectId, startsOn, now);
		const taken = await takeOwnCheckIn(db, actor, period, now);
		// The page of a check-in that was sent may still be open somewhere: what it keeps saving is there already.
		if (!WRITABLE_STATES.includes(taken.row.state) && taken.row.submitKey === input.key) return;
		assertNone(stateBlocks(CHECK_IN_LIFE_CYCLE, taken.row.state, 'submit'));
		const { brought } = await writeCheckIn(db, actor, taken, period, input, files, now);
		const record = auditedCheckIn(taken.row, period, actor.organisationAcronym);
		if (taken.isNew || brought.length > 0)
			await recordAudit(db, actor, 'check-in:save', record, now, { brought });
		else await assertRightsHold(db, actor, now);
	});
}

/** The actor's own organisation's check-in of a period that is not locked. */
export async function takeOwnCheckIn(db: Db, actor: Actor, period: TakenPeriod, now: Date) {
	assertCan(actor, 'check-in:write', checkInSubject({ id: actor.organisationId, country: actor.country }));
	assertNone(period.lockedAt === null ? [] : [{ code: 'period-locked' }]);
	return takeCheckIn(db, actor, period, now);
}

/** A page from before a check-in was sent writes nothing over what is there, and does not send it anew by itself. */
async function assertSeen(db: Db, row: CheckInRow, input: WriteCheckIn): Promise<void> {
	if (row.firstSubmittedAt === null || row.version === input.seenVersion) return;
	throw new Conflict({ seenVersion: String(row.version), ...(await otherWords(db, row, input)) });
}

/** Writes lines, texts and what was brought into a check-in. Returns what was asked, and names of new evidence. */
export async function writeCheckIn(
	db: Db,
	actor: Actor,
	{ row }: { row: CheckInRow },
	{ plan, today }: Pick<TakenPeriod, 'plan' | 'today'>,
	input: WriteCheckIn,
	files: readonly ReceivedFile[],
	now: Date
): Promise<{ records: ListedRecord[]; brought: string[] }> {
	await assertSeen(db, row, input);
	const records = await listRecords(db, actor, { plan, today });
	const coming = broughtWith(input, files, records);
	const touched = new Set(coming.map(({ recordId }) => recordId));
	await writeLines(db, row, records, input, touched);
	const brought = await bringEvidence(db, actor, row, coming, now);
	if (input.remove !== null) await dropEvidence(db, row, input.remove, now);
	await db.updateTable('checkIn').set({ submitKey: input.key }).where('id', '=', row.id).execute();
	return { records, brought };
}
