import type { Db } from '#db/schema.ts';
import { isMarked, lineBlocks } from '#lib/domain/check-ins/lines.ts';
import { CHECK_IN_LIFE_CYCLE } from '#lib/domain/check-ins/life-cycle.ts';
import { stateBlocks } from '#lib/domain/life-cycle.ts';
import { assertNone } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { WriteCheckIn } from '#lib/schemas/check-ins.ts';
import { tellOfSubmission } from '#lib/server/mail/tell-of-check-in.ts';
import { recordAudit } from '#lib/server/audit.ts';
import type { ReceivedFile } from '#lib/server/files/received-file.ts';
import {
	listBrought,
	listLines,
	listTexts,
	type CheckInLineRow
} from '#lib/server/queries/check-ins/find-check-in.ts';
import { listAsked } from '#lib/server/queries/check-ins/list-asked.ts';
import type { ListedRecord } from '#lib/server/queries/check-ins/list-records.ts';
import { applyLines } from './apply-lines.ts';
import { takeOwnCheckIn, writeCheckIn } from './save-check-in.ts';
import { auditedCheckIn, enterCheckInState, type CheckInRow } from './take-check-in.ts';
import { takePeriod, type TakenPeriod } from './take-period.ts';
import { completeLines } from './write-lines.ts';

type Sending = 'submit' | 'report-nil';

/**
 * Sends what an organisation says of a period: every record asked gets its line, and what the lines change is changed.
 * The second tap of the same page finds it done and changes nothing. What was prepared about records that are no longer
 * this organisation's changes none of them: it stays in the check-in, and their codes are answered.
 */
export function submitCheckIn(
	db: Db,
	actor: Actor,
	startsOn: string,
	input: WriteCheckIn,
	files: readonly ReceivedFile[],
	now: Date
): Promise<{ skipped: string[] }> {
	return send(db, actor, startsOn, { input, files, event: 'submit' }, now);
}

/** Nothing to report: an answer, and not the same as silence. What was marked before has to go first. */
export async function reportNil(
	db: Db,
	actor: Actor,
	startsOn: string,
	input: WriteCheckIn,
	now: Date
): Promise<void> {
	await send(db, actor, startsOn, { input, files: [], event: 'report-nil' }, now);
}

interface Sent {
	input: WriteCheckIn;
	files: readonly ReceivedFile[];
	event: Sending;
}

function send(db: Db, actor: Actor, startsOn: string, { input, files, event }: Sent, now: Date) {
	return db.transaction().execute(async (db) => {
		const period = await takePeriod(db, actor.projectId, startsOn, now);
		const taken = await takeOwnCheckIn(db, actor, period, now);
		const { row } = taken;
		const state = CHECK_IN_LIFE_CYCLE[event].to;
		if (row.submitKey === input.key && row.state === state) return { skipped: [] };
		assertNone(stateBlocks(CHECK_IN_LIFE_CYCLE, row.state, event));

		const { records } = await writeCheckIn(db, actor, taken, period, input, files, now);
		const { lines, skipped } =
			event === 'submit'
				? await report(db, row, records, { ...period, isNoChange: input.isNoChange })
				: await nothing(db, row, input.isConfirmed);
		const at = now.toISOString();
		const set = {
			answer: event === 'submit' ? ('report' as const) : ('nil' as const),
			firstSubmittedAt: row.firstSubmittedAt ?? at,
			submittedAt: at,
			submittedBy: actor.personId,
			submitKey: input.key
		};
		await enterCheckInState(db, actor, row, { event, state, reason: '', set }, now);
		await endExceptions(db, period.id, row.organisationId, now);
		const changed = await applyLines(db, actor, row, lines, period, now);
		const act = event === 'submit' ? 'check-in:submit' : 'check-in:nil';
		const record = auditedCheckIn(row, period, actor.organisationAcronym);
		const marked = lines.filter(isMarked).map(({ code, answer }) => ({ code, answer }));
		await recordAudit(db, actor, act, record, now, { lines: lines.length, marked, changed, skipped });
		const consortium = await listAsked(db, actor.projectId, period.id);
		const one = consortium.find(({ id }) => id === row.organisationId);
		if (one) await tellOfSubmission(db, { actor, period, checkInId: row.id, one }, consortium, now);
		return { skipped };
	});
}

async function report(
	db: Db,
	row: CheckInRow,
	records: readonly ListedRecord[],
	{ plan, today, isNoChange }: TakenPeriod & { isNoChange: boolean }
): Promise<Said> {
	const lines = await completeLines(db, row, records);
	const brought = await listBrought(db, row.id);
	const asked = new Map(records.map((record) => [record.recordId, record]));
	const marked = lines.filter(isMarked).map(({ code }) => code);
	if (isNoChange) assertNone(marked.length > 0 ? [{ code: 'no-change-with-answers', items: marked }] : []);
	assertNone(
		lines.flatMap((line) => {
			const record = asked.get(line.recordId);
			const evidence = brought.filter(({ lineId }) => lineId === line.id).length;
			return record ? lineBlocks(record, { ...line, evidence }, plan.slipReasons, today) : [];
		})
	);
	const isUnused = (line: CheckInLineRow) =>
		(isMarked(line) && line.appliedAt === null) ||
		brought.some(({ lineId, useId }) => lineId === line.id && useId === null);
	return {
		lines: lines.filter(({ recordId }) => asked.has(recordId)),
		skipped: lines.filter((line) => !asked.has(line.recordId) && isUnused(line)).map(({ code }) => code)
	};
}

interface Said {
	/** Of records that are asked. */
	lines: CheckInLineRow[];
	/** Codes of others, about which something was prepared. */
	skipped: string[];
}

/** What was written of work packages goes only when the sender has been shown it. */
async function nothing(db: Db, row: CheckInRow, isConfirmed: boolean): Promise<Said> {
	const lines = await listLines(db, row.id);
	const brought = await listBrought(db, row.id);
	const items = lines
		.filter((line) => isMarked(line) || brought.some(({ lineId }) => lineId === line.id))
		.map(({ code }) => code);
	const written = (await listTexts(db, row.id)).filter(({ text }) => text !== '');
	const texts = written.map(({ number, text }) => ({ number, text: text.slice(0, 80) }));
	assertNone([
		...(items.length > 0 ? [{ code: 'nil-with-answers', items } as const] : []),
		...(texts.length > 0 && !isConfirmed ? [{ code: 'nil-with-words', texts } as const] : [])
	]);
	await db.deleteFrom('checkInText').where('checkInId', '=', row.id).execute();
	await db.deleteFrom('checkInLine').where('checkInId', '=', row.id).execute();
	return { lines: [], skipped: [] };
}

/** Whoever reports after all is no longer gone on without. */
async function endExceptions(db: Db, periodId: string, organisationId: string, now: Date): Promise<void> {
	await db
		.updateTable('checkInException')
		.set({ endedAt: now.toISOString() })
		.where('periodId', '=', periodId)
		.where('organisationId', '=', organisationId)
		.where('endedAt', 'is', null)
		.execute();
}
