import type { Db } from '#db/schema.ts';
import type { ImportRow } from '#lib/domain/catalogue/import-report.ts';
import { fold } from '#lib/domain/fold.ts';
import { Conflict, NotFound, Refusal, type Reason } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { createEntryWithin } from '#lib/server/commands/create-entry.ts';
import type { EntryWriting } from '#lib/server/commands/entry-writing.ts';
import { titleKey, type KnownEntries } from './find-known-entries.ts';
import type { ReadRow } from './read-row.ts';
import { setRow } from './set-row.ts';
import { titleOfRow, themeOfRow } from './row-texts.ts';

interface Importing {
	known: KnownEntries;
	writing: EntryWriting;
	/** Name of the file, for the audit trail. */
	note: string;
}

/** A row whose entry is there, known already or created for it; without an id it is refused. */
export interface BegunRow {
	row: ReadRow;
	shown: ImportRow;
	itemId: string | null;
}

/**
 * Creates the entry of a row that has none yet. A refusal is caught and told, here and below, so that a file shows all
 * of them at once: whoever sees one takes the whole transaction back, and what the row had begun with it.
 */
export async function beginRow(
	db: Db,
	actor: Actor,
	row: ReadRow,
	{ known, writing }: Importing,
	now: Date
): Promise<BegunRow> {
	const entry = known.byCode.get(row.code);
	const blocks = row.code === '' ? newBlocks(row, known) : entryBlocks(row, known);
	const shown = {
		number: row.number,
		code: row.code === '' ? null : row.code,
		title: titleOfRow(row)?.text ?? '',
		elements: [],
		outcome: 'untouched',
		left: 0,
		version: null,
		refused: []
	} as const;
	if (blocks.length > 0) return { row, shown: refusedRow(shown, blocks), itemId: null };
	if (entry) return { row, shown: { ...shown, fate: 'update' }, itemId: entry.id };
	try {
		const { id, code } = await create(db, actor, row, { known, writing }, now);
		return { row, shown: { ...shown, fate: 'create', code }, itemId: id };
	} catch (problem) {
		return { row, shown: refusedRow(shown, reasonsOf(problem, row)), itemId: null };
	}
}

/** Lays a row over its entry, which is held. */
export async function applyRow(
	db: Db,
	actor: Actor,
	{ row, shown, itemId }: BegunRow,
	importing: Importing,
	now: Date
): Promise<ImportRow> {
	if (itemId === null) return shown;
	const { seen, byCode } = importing.known;
	const entry = byCode.get(row.code);
	try {
		const set = await setRow(db, actor, itemId, row, importing, now);
		if (!entry) return { ...shown, ...set, elements: row.elements.map(({ element }) => element) };
		// It could not be changed when the file was checked, and now it could.
		if (seen && !seen.has(row.code)) throw new Conflict();
		const fate = set.elements.length === 0 ? 'unchanged' : 'update';
		return { ...shown, ...set, fate, title: entry.title, version: entry.version };
	} catch (problem) {
		return refusedRow({ ...shown, code: row.code === '' ? null : row.code }, reasonsOf(problem, row));
	}
}

function refusedRow(shown: Omit<ImportRow, 'fate'>, reasons: readonly Reason[]): ImportRow {
	const refused = reasons.map((reason) => ({ reason, column: 'column' in reason ? reason.column : null }));
	return { ...shown, fate: 'refused', refused };
}

function reasonsOf(problem: unknown, row: ReadRow): readonly Reason[] {
	if (problem instanceof Refusal) return row.code === '' ? problem.reasons : hidden(problem, row);
	if (problem instanceof NotFound) return [{ code: 'import-not-found', entry: row.code }];
	if (problem instanceof Conflict) return [{ code: 'import-changed', entry: row.code }];
	throw problem;
}

/** Entries of others are not told apart from those that do not exist. */
function hidden({ reasons }: Refusal, { code }: ReadRow): readonly Reason[] {
	const isAccess = reasons.some((one) =>
		['role-needed', 'out-of-scope', 'deputy-may-not'].includes(one.code)
	);
	return isAccess ? [{ code: 'import-not-found', entry: code }] : reasons;
}

function entryBlocks({ code, owner, refused }: ReadRow, known: KnownEntries): Reason[] {
	const entry = known.byCode.get(code);
	if (!entry) return [{ code: 'import-not-found', entry: code }];
	const rows = known.repeated.get(code);
	const isSeen = (known.seen?.get(code) ?? entry.version) === entry.version;
	const isOwner = owner === '' || known.owners.get(fold(owner))?.id === entry.ownerId;
	return [
		...(rows ? [{ code: 'import-code-twice', entry: code, rows } as const] : []),
		...(isSeen ? [] : [{ code: 'import-changed', entry: code } as const]),
		...(isOwner ? [] : [{ code: 'import-owner-differs', entry: code, owner } as const]),
		...refused
	];
}

function newBlocks(row: ReadRow, known: KnownEntries): Reason[] {
	const { owner, refused } = row;
	const owning = known.owners.get(fold(owner));
	const title = titleOfRow(row);
	const taken = owning && title && known.titles.get(titleKey(owning.id, title.text));
	return [
		...(owner === '' ? [{ code: 'import-owner-needed' } as const] : []),
		...(owner !== '' && !owning ? [{ code: 'import-owner-unknown', owner } as const] : []),
		...(title ? [] : [{ code: 'import-title-needed' } as const]),
		...(taken === undefined ? [] : [{ code: 'import-title-taken', entry: taken } as const]),
		...refused
	];
}

async function create(
	db: Db,
	actor: Actor,
	row: ReadRow,
	{ known, writing }: Pick<Importing, 'known' | 'writing'>,
	now: Date
): Promise<{ id: string; code: string }> {
	const organisationId = known.owners.get(fold(row.owner))?.id ?? '';
	const { language, text } = titleOfRow(row) ?? { language: 'en', text: '' };
	const input = { organisationId, title: text, language, theme: themeOfRow(row) };
	const made = await createEntryWithin(db, actor, input, now, writing);
	known.titles.set(titleKey(organisationId, text), made.code);
	return made;
}
