import type { Db } from '#db/schema.ts';
import { isMarked, tidied, UNANSWERED, type LineInput } from '#lib/domain/check-ins/lines.ts';
import { Conflict } from '#lib/domain/reasons.ts';
import type { WriteCheckIn } from '#lib/schemas/check-ins.ts';
import { newId } from '#lib/server/ids.ts';
import {
	listBrought,
	listLines,
	listOwnTexts,
	type CheckInLineRow
} from '#lib/server/queries/check-ins/find-check-in.ts';
import type { ListedRecord } from '#lib/server/queries/check-ins/list-records.ts';
import type { CheckInRow } from './take-check-in.ts';

/**
 * Writes what was typed about the records asked, line by line. What somebody else wrote since the page was shown is a
 * `Conflict` with their words by field; what this very page sent before is not.
 */
export async function writeLines(
	db: Db,
	row: CheckInRow,
	records: readonly ListedRecord[],
	input: WriteCheckIn,
	/** Records that get a line even without a word: something was brought along for them. */
	touched: ReadonlySet<string>
): Promise<void> {
	const stored = new Map((await listLines(db, row.id)).map((line) => [line.recordId, line]));
	const isOwnPage = row.submitKey === input.key;
	const blockers = await listNamed(db, row.projectId, input);
	const theirs: Record<string, string> = {};
	for (const [position, record] of records.entries()) {
		const written = input.lines.find(({ recordId }) => recordId === record.recordId);
		if (!written) continue;
		const blockedById = blockers.find((id) => id === written.blockedById) ?? null;
		const said = tidied({ ...written, blockedById });
		const line = stored.get(record.recordId);
		if (line && isSame(line, said)) continue;
		if (line && !isOwnPage && line.version !== written.version) {
			Object.assign(theirs, theirWords(line));
			continue;
		}
		if (line) await updateLine(db, line, said);
		else if (isMarked(said) || said.answer !== null || touched.has(record.recordId))
			await insertLine(db, row, record, position, said);
	}
	Object.assign(theirs, await writeTexts(db, row, input, isOwnPage));
	if (Object.keys(theirs).length > 0) throw new Conflict(theirs);
}

/** What is stored under what this page says otherwise, by field. */
export async function otherWords(
	db: Db,
	row: CheckInRow,
	{ lines, texts }: WriteCheckIn
): Promise<Record<string, string>> {
	const said = new Map(lines.map((line) => [line.recordId, tidied(line)]));
	const theirs = (await listLines(db, row.id)).flatMap((line) => {
		const own = said.get(line.recordId);
		return own === undefined || isSame(line, own) ? [] : [theirWords(line)];
	});
	const own = new Map(texts.map(({ workPackageId, text }) => [workPackageId, text]));
	const told = (await listOwnTexts(db, row.projectId, row.organisationId, row.id)).flatMap((one) => {
		const text = one.text ?? '';
		const isOther = own.has(one.workPackageId) && own.get(one.workPackageId) !== text;
		return isOther ? [{ [`text-${one.workPackageId}`]: text }] : [];
	});
	return Object.fromEntries([...theirs, ...told].flatMap((one) => Object.entries(one)));
}

/** Organisations that lines name as who they wait for: those of the project, whatever else a form says. */
async function listNamed(db: Db, projectId: string, { lines }: WriteCheckIn): Promise<string[]> {
	const named = lines.flatMap(({ blockedById }) => blockedById ?? []);
	if (named.length === 0) return [];
	const rows = await db
		.selectFrom('organisation')
		.select('id')
		.where('projectId', '=', projectId)
		.where('id', 'in', named)
		.execute();
	return rows.map(({ id }) => id);
}

/** A line for every record asked, each with the record as it stands now; the unanswered say that nothing changed. */
export async function completeLines(
	db: Db,
	row: CheckInRow,
	records: readonly ListedRecord[]
): Promise<CheckInLineRow[]> {
	const stored = await listLines(db, row.id);
	const known = new Map(stored.map((line) => [line.recordId, line]));
	for (const [position, record] of records.entries()) {
		const line = known.get(record.recordId);
		const snapshot = snapshotOf(record, position);
		if (!line) await insertLine(db, row, record, position, { ...UNANSWERED, answer: 'no-change' });
		else
			await db
				.updateTable('checkInLine')
				.set({ ...snapshot, answer: line.answer ?? 'no-change' })
				.where('id', '=', line.id)
				.execute();
	}
	// What is no longer asked, and neither changed anything nor holds anything, would only be in the way.
	const asked = new Set(records.map(({ recordId }) => recordId));
	const holding = new Set((await listBrought(db, row.id)).map(({ lineId }) => lineId));
	const gone = stored.filter(
		(line) => !asked.has(line.recordId) && !isMarked(line) && line.appliedAt === null && !holding.has(line.id)
	);
	if (gone.length > 0)
		await db
			.deleteFrom('checkInLine')
			.where(
				'id',
				'in',
				gone.map(({ id }) => id)
			)
			.execute();
	return listLines(db, row.id);
}

/** Only work packages that the organisation works in are asked about. */
async function writeTexts(db: Db, row: CheckInRow, input: WriteCheckIn, isOwnPage: boolean) {
	const theirs: Record<string, string> = {};
	for (const known of await listOwnTexts(db, row.projectId, row.organisationId, row.id)) {
		const { workPackageId } = known;
		const written = input.texts.find((one) => one.workPackageId === workPackageId);
		if (!written || (known.text ?? '') === written.text) continue;
		const { text } = written;
		if (known.version !== null && !isOwnPage && known.version !== written.version) {
			theirs[`text-${workPackageId}`] = known.text ?? '';
			continue;
		}
		await db
			.insertInto('checkInText')
			.values({ checkInId: row.id, workPackageId, text, version: 1 })
			.onConflict((conflict) =>
				conflict.columns(['checkInId', 'workPackageId']).doUpdateSet((eb) => ({
					text,
					version: eb('checkInText.version', '+', 1)
				}))
			)
			.execute();
	}
	return theirs;
}

async function insertLine(db: Db, row: CheckInRow, record: ListedRecord, position: number, said: LineInput) {
	await db
		.insertInto('checkInLine')
		.values({
			id: newId(),
			projectId: row.projectId,
			checkInId: row.id,
			recordKind: record.kind,
			recordId: record.recordId,
			...snapshotOf(record, position),
			...said,
			appliedAt: null
		})
		.execute();
}

async function updateLine(db: Db, line: CheckInLineRow, said: LineInput) {
	await db
		.updateTable('checkInLine')
		.set({ ...said, version: line.version + 1 })
		.where('id', '=', line.id)
		.execute();
}

function snapshotOf(record: ListedRecord, position: number) {
	const { code, title, workPackageId, dueOn, forecastOn: forecastWasOn } = record;
	return { position, code, title, workPackageId, dueOn, forecastWasOn };
}

function isSame(line: CheckInLineRow, said: LineInput): boolean {
	return (
		line.answer === said.answer &&
		line.note === said.note &&
		line.forecastOn === said.forecastOn &&
		line.reasonCode === said.reasonCode &&
		line.blockedById === said.blockedById &&
		line.blockedByName === said.blockedByName &&
		line.measures === said.measures
	);
}

function theirWords(line: CheckInLineRow): Record<string, string> {
	const { recordId: id } = line;
	return {
		[`version-${id}`]: String(line.version),
		[`answer-${id}`]: line.answer ?? '',
		[`note-${id}`]: line.note,
		...(line.forecastOn === null ? {} : { [`forecast-${id}`]: line.forecastOn }),
		...(line.blockedBy === null ? {} : { [`by-${id}`]: line.blockedBy })
	};
}
