import * as v from 'valibot';
import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { canonicalJson, isBlank } from '#lib/domain/catalogue/canonical.ts';
import type { StoredElement } from '#lib/domain/catalogue/content.ts';
import { editBlocks } from '#lib/domain/catalogue/entry-edits.ts';
import { assertNone, Conflict, NotFound, Refusal } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { ELEMENT_SCHEMAS } from '#lib/schemas/catalogue/content.ts';
import { sha256 } from '#lib/server/ids.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import type { EditableEntry } from '#lib/server/queries/list-editable-entries.ts';
import { ONE_ENTRY, type EntryWriting } from './entry-writing.ts';
import { insertContribution } from './insert-contribution.ts';
import { insertElements } from './insert-element.ts';
import { settleEntry } from './move-entry.ts';
import { moveItem } from './move-item.ts';
import { resetEntry, type ResetOutcome } from './reset-entry.ts';

export interface SetElement {
	itemId: string;
	element: StoredElement;
	standing: 'value' | 'not-applicable';
	/** As `ELEMENT_SCHEMAS` has it; a blank one empties the element. */
	value: unknown;
	/** Why it does not apply. */
	reason: string;
	/** The version of this element that was seen; 0 where there was none. */
	version: number;
	/** Where it comes from, such as the file of an import. */
	note?: string;
}

export interface ElementSet {
	version: number;
	changed: boolean;
	/** What became of the review and the signatures. */
	outcome: ResetOutcome;
}

/** Writes the next version of one element; what stands already is no change. A `Conflict` tells what others wrote. */
export function setElement(db: Db, actor: Actor, input: SetElement, now: Date): Promise<ElementSet> {
	return db.transaction().execute((db) => setElementWithin(db, actor, input, now));
}

async function setElementWithin(
	db: Db,
	actor: Actor,
	{ itemId, note, ...one }: SetElement,
	now: Date
): Promise<ElementSet> {
	const changes = () => [one];
	const { set, outcome } = await setElementsWithin(db, actor, { itemId, changes, note }, now);
	const [{ version, changed } = { version: one.version, changed: false }] = set;
	return { version, changed, outcome };
}

export type ElementChange = Omit<SetElement, 'itemId' | 'note'>;

interface SetElements {
	itemId: string;
	/** What to write, from the entry as it stands in this transaction. */
	changes: (found: EditableEntry) => readonly ElementChange[];
	note?: string | undefined;
}

export interface ElementsSet {
	set: readonly { element: StoredElement; version: number; changed: boolean }[];
	outcome: ResetOutcome;
}

/**
 * Writes several elements of one entry as one change, perhaps as one of many entries.
 */
export async function setElementsWithin(
	db: Db,
	actor: Actor,
	input: SetElements,
	now: Date,
	writing: EntryWriting = ONE_ENTRY
): Promise<ElementsSet> {
	const found = await writing.take(db, actor.projectId, input.itemId);
	if (!found) throw new NotFound();
	const { item, entry, subject } = found;
	assertCan(actor, 'entry:edit', subject);
	assertNone(editBlocks(item.state, entry));

	const weighed = input.changes(found).map((change) => weigh(found, change));
	const written = weighed.filter(({ isSame }) => !isSame);
	const set = weighed.map(({ element, current, isSame }) => ({
		element,
		version: current.version + (isSame ? 0 : 1),
		changed: !isSame
	}));
	if (written.length === 0) return { set, outcome: 'untouched' };

	const tell = await writing.watch(db, actor, item, now);
	const rows = written.map(({ element, wanted, current }) => ({
		element,
		...wanted,
		after: current.version
	}));
	await insertElements(db, actor, item.id, rows, now);
	const author = { organisationId: actor.organisationId, personId: actor.personId, kind: 'author' } as const;
	await insertContribution(db, actor, { itemId: item.id, ...author, note: '' }, now);
	await moveItem(db, item, item.state, now);
	await writing.derive(db, item.id, now);
	const about = written.map(({ element, wanted, current }) => ({
		element,
		version: current.version + 1,
		from: current.standing,
		to: wanted.standing,
		sha256: sha256(wanted.value),
		...(wanted.reason === '' ? {} : { reason: wanted.reason })
	}));
	const [only] = about;
	await writing.record(db, actor, 'entry:edit', auditedItem(item), now, {
		...(about.length === 1 ? only : { elements: about }),
		...(input.note === undefined ? {} : { note: input.note })
	});
	const changed = written.map(({ element }) => element);
	const moved = { ...item, version: item.version + 1, heldFrom: entry.heldFrom };
	const outcome = await resetEntry(db, actor, moved, { changed }, now, writing);
	await settleEntry(db, actor, item.id, now, writing);
	await tell(input.note);
	return { set, outcome };
}

/** A `Conflict` when the element is not the one that was seen, unless it says the same anyway. */
function weigh({ elements }: EditableEntry, change: ElementChange) {
	const { element } = change;
	const wanted = storedOf(change);
	const current = elements.find((one) => one.element === element) ?? NOTHING;
	const isSame = (['standing', 'value', 'reason'] as const).every((part) => current[part] === wanted[part]);
	if (!isSame && current.version !== change.version) {
		const { standing, value, reason } = current;
		throw new Conflict({ version: String(current.version), standing, value, reason });
	}
	return { element, wanted, current, isSame };
}

const NOTHING = { version: 0, standing: 'empty', value: 'null', reason: '' } as const;

type Stored = { standing: 'value' | 'not-applicable' | 'empty'; value: string; reason: string };

function storedOf({ element, standing, value, reason }: ElementChange): Stored {
	if (standing === 'not-applicable') {
		const why = reason.trim();
		if (why === '') throw new Refusal([{ code: 'element-reason-needed', element }]);
		return { standing, value: 'null', reason: why };
	}
	const parsed = v.safeParse(ELEMENT_SCHEMAS[element], value);
	if (!parsed.success) {
		const [issue] = parsed.issues;
		throw new Refusal([{ code: 'element-unfit', element, issue: issue.message }]);
	}
	if (isBlank(parsed.output)) return { standing: 'empty', value: 'null', reason: '' };
	return { standing, value: canonicalJson(parsed.output), reason: '' };
}
