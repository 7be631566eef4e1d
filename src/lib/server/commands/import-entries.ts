import type { Db } from '#db/schema.ts';
import { readHeader } from '#lib/domain/catalogue/import-header.ts';
import {
	countRows,
	parseSeen,
	resettingRows,
	type ImportReport,
	type ImportRow
} from '#lib/domain/catalogue/import-report.ts';
import { assertNone, type Reason } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { recordAudit } from '#lib/server/audit.ts';
import { newId, sha256Of } from '#lib/server/ids.ts';
import { tellOwners } from '#lib/server/mail/tell-owners.ts';
import { findAlgorithm } from '#lib/server/queries/find-algorithm.ts';
import { listThemes } from '#lib/server/queries/list-themes.ts';
import { readSheet } from '#lib/server/spreadsheets/read-sheet.ts';
import { deriveEntries } from './derive-entry.ts';
import { manyEntries } from './entry-writing.ts';
import { applyRow, beginRow, type BegunRow } from './import-entries/apply-row.ts';
import { findKnownEntries } from './import-entries/find-known-entries.ts';
import { readRow } from './import-entries/read-row.ts';
import { lockProject } from './lock-project.ts';

export interface ImportEntries {
	fileName: string;
	bytes: Buffer;
	/** What was confirmed; without it everything is done and undone again. */
	confirmed?: {
		/** Of the file that was shown. */
		sha256: string;
		/** As `seenVersions` wrote them. */
		seen: string;
		/** Entries may be sent back, and signatures left behind. */
		acceptsResets: boolean;
	};
}

/** Ends a transaction that must leave nothing behind, and carries out what it found. */
class Undone extends Error {
	readonly report: ImportReport;

	constructor(report: ImportReport) {
		super('nothing stored');
		this.name = 'Undone';
		this.report = report;
	}
}

/**
 * Creates and edits entries from a spreadsheet: all of it, or nothing as soon as one row is refused. A dry run is this
 * very act, taken back at its end. A file that cannot be read is a `Refusal`.
 */
export async function importEntries(
	db: Db,
	actor: Actor,
	input: ImportEntries,
	now: Date
): Promise<ImportReport> {
	const sheet = readSheet(input.fileName, input.bytes);
	const { header, reasons } = readHeader(sheet.header);
	assertNone(reasons);
	const { fileName, bytes, confirmed } = input;
	const sha256 = sha256Of(bytes);

	const attempt = db.transaction().execute(async (db) => {
		await lockProject(db, actor.projectId);
		const themes = (await listThemes(db, actor.projectId)).map(({ code }) => code);
		const read = sheet.rows.map((row) => readRow(row, header, themes));
		const known = await findKnownEntries(db, actor.projectId, read, confirmed && parseSeen(confirmed.seen));
		const { writing, hold, changedIds, tell } = manyEntries();
		const importing = { known, writing, note: fileName };
		const begun: BegunRow[] = [];
		for (const row of read) begun.push(await beginRow(db, actor, row, importing, now));
		const itemIds = begun.flatMap(({ itemId }) => itemId ?? []);
		await hold(db, actor.projectId, itemIds);
		const rows: ImportRow[] = [];
		for (const row of begun) rows.push(await applyRow(db, actor, row, importing, now));
		await writing.flush(db, actor, now);
		await deriveEntries(db, actor.projectId, [...changedIds], now);
		await tell();
		await tellOwners(db, actor, begun, known, fileName, now);

		const { algorithm } = await findAlgorithm(db, actor.projectId);
		const against = confirmed ? blocks(rows, confirmed, sha256) : [];
		const report = { fileName, sha256, rows, returnTo: algorithm.returnTo, reasons: against };
		const isWhole = against.length === 0 && countRows(rows, 'refused') === 0;
		if (isWhole) await record(db, actor, report, now);
		if (!confirmed || !isWhole) throw new Undone({ ...report, stored: false });
		return { ...report, stored: true };
	});
	return attempt.catch((problem: unknown) => {
		if (problem instanceof Undone) return problem.report;
		throw problem;
	});
}

function blocks(
	rows: readonly ImportRow[],
	confirmed: NonNullable<ImportEntries['confirmed']>,
	sha256: string
): Reason[] {
	const resets = confirmed.acceptsResets ? [] : resettingRows(rows).map(({ code }) => code ?? '');
	return [
		...(confirmed.sha256 === sha256 ? [] : [{ code: 'import-other-file' } as const]),
		...(resets.length === 0 ? [] : [{ code: 'import-unconfirmed', entries: resets } as const])
	];
}

async function record(
	db: Db,
	actor: Actor,
	{ fileName, sha256, rows }: Pick<ImportReport, 'fileName' | 'sha256' | 'rows'>,
	now: Date
): Promise<void> {
	const counts = {
		created: countRows(rows, 'create'),
		updated: countRows(rows, 'update'),
		unchanged: countRows(rows, 'unchanged')
	};
	const id = newId();
	const { projectId, personId: importedBy } = actor;
	await db
		.insertInto('catalogueImport')
		.values({ id, projectId, fileName, sha256, ...counts, importedBy, importedAt: now.toISOString() })
		.execute();
	const about = { type: 'catalogue-import', id, label: fileName };
	await recordAudit(db, actor, 'catalogue:import', about, now, { sha256, ...counts });
}
