import type { Db } from '#db/schema.ts';
import { assertCan } from '#lib/domain/can.ts';
import { entryCode, entryCodePrefix } from '#lib/domain/catalogue/entry-codes.ts';
import { canonicalJson } from '#lib/domain/catalogue/canonical.ts';
import { searchText } from '#lib/domain/fold.ts';
import { NotFound, Refusal } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { CreateEntry } from '#lib/schemas/catalogue/entries.ts';
import { newId } from '#lib/server/ids.ts';
import { tellOfNew } from '#lib/server/mail/tell-holder.ts';
import { auditedItem } from '#lib/server/queries/find-item-facts.ts';
import { ONE_ENTRY, type EntryWriting } from './entry-writing.ts';
import { insertContributions } from './insert-contribution.ts';
import { insertElements } from './insert-element.ts';
import { insertEntryStep } from './insert-entry-step.ts';
import { lockProject } from './lock-project.ts';

/** Starts an entry of the catalogue with its working title, in the first state; the actor is its author. */
export function createEntry(
	db: Db,
	actor: Actor,
	input: CreateEntry,
	now: Date
): Promise<{ id: string; code: string }> {
	return db.transaction().execute(async (db) => {
		await lockProject(db, actor.projectId);
		const made = await createEntryWithin(db, actor, input, now);
		await tellOfNew(db, actor, { ...made, kind: 'entry', title: input.title }, now);
		return made;
	});
}

/** The same inside a transaction of the caller that holds the project, such as an import, which writes many. */
export async function createEntryWithin(
	db: Db,
	actor: Actor,
	input: CreateEntry,
	now: Date,
	writing: EntryWriting = ONE_ENTRY
): Promise<{ id: string; code: string }> {
	const { projectId, personId: authorId } = actor;
	const asked = { organisationId: input.organisationId, theme: input.theme };
	const { owner, algorithm, workPackage, isTheme } = await writing.findEntryStart(db, projectId, asked);
	const [first] = algorithm.steps;
	if (!owner || !first || !isTheme) throw new NotFound();
	if (!workPackage) throw new Refusal([{ code: 'catalogue-package-missing', number: algorithm.workPackage }]);
	const workPackageId = workPackage.id;
	assertCan(actor, 'entry:create', {
		leadOrganisationId: owner.id,
		organisationIds: [owner.id],
		countries: [owner.country],
		workPackageIds: [workPackageId]
	});

	const at = now.toISOString();
	const id = newId();
	const prefix = entryCodePrefix(owner.code);
	const position = await writing.nextNumber(db, projectId, prefix);
	const code = entryCode(prefix, position);
	const { title } = input;
	await db
		.insertInto('item')
		.values({
			id,
			projectId,
			kind: 'entry',
			code,
			position,
			title,
			description: '',
			workPackageId,
			leadOrganisationId: owner.id,
			state: first.state,
			stateSinceAt: at,
			dueMonth: null,
			contractualOn: null,
			agreedOn: null,
			forecastOn: null,
			contributorsConfirmedAt: null,
			origin: 'entered',
			search: searchText(code, title),
			createdAt: at
		})
		.execute();
	await db
		.insertInto('entry')
		.values({ itemId: id, authorId, ...NOTHING_YET })
		.execute();
	await insertEntryStep(db, actor, { itemId: id, state: first.state, how: 'created' }, now);
	const element = { standing: 'value', reason: '', after: 0 } as const;
	const titles = canonicalJson({ [input.language]: title });
	const theme = { ...element, element: 'theme', value: JSON.stringify(input.theme) };
	const working = { ...element, element: 'title', value: titles };
	await insertElements(db, actor, id, input.theme === '' ? [working] : [working, theme], now);
	const about = { itemId: id, note: '' };
	const { organisationId } = actor;
	await insertContributions(
		db,
		actor,
		[
			{ ...about, kind: 'lead', organisationId: owner.id, personId: null, note: 'owns it' },
			{ ...about, kind: 'author', organisationId, personId: authorId }
		],
		now
	);
	await writing.derive(db, id, now);
	const details = { title, owner: owner.acronym, theme: input.theme };
	await writing.record(db, actor, 'entry:create', auditedItem({ id, kind: 'entry', code }), now, details);
	return { id, code };
}

const NOTHING_YET = {
	ects: null,
	publicSince: null,
	heldFrom: null,
	heldUntilOn: null,
	heldReason: null,
	mergedIntoItemId: null,
	endedReason: null
};
