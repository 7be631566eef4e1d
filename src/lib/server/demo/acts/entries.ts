import type { StoredElement } from '#lib/domain/catalogue/content.ts';
import { openRound } from '#lib/domain/deliverables.ts';
import { insertFileEvidence } from '#lib/server/commands/add-evidence.ts';
import { approveEntry } from '#lib/server/commands/approve-entry.ts';
import { createEntry } from '#lib/server/commands/create-entry.ts';
import { mergeEntry, retireEntry } from '#lib/server/commands/end-entry.ts';
import { holdEntry } from '#lib/server/commands/hold-entry.ts';
import { linkProof } from '#lib/server/commands/link-proof.ts';
import { nameOfficer } from '#lib/server/commands/name-officer.ts';
import { openEntryReview } from '#lib/server/commands/open-entry-review.ts';
import { returnEntry } from '#lib/server/commands/return-entry.ts';
import { setElement } from '#lib/server/commands/set-element.ts';
import { signOff } from '#lib/server/commands/sign-off.ts';
import { takeStep } from '#lib/server/commands/take-step.ts';
import { storeSampleFile } from '#lib/server/demo/store-sample-file.ts';
import type { Act, Stage } from '#lib/server/demo/step.ts';
import { listChecklistItems } from '#lib/server/queries/find-checklist.ts';
import { findEntryApproval } from '#lib/server/queries/find-entry-approval.ts';
import { findEntryReview } from '#lib/server/queries/find-entry-review.ts';
import { withSteps } from '#lib/server/queries/find-entry-steps.ts';

/** Starts an entry, and marks it as sample data; `code` is the one it must come out with. */
export const begin =
	(code: string, title: string, theme: string): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		const start = { organisationId: actor.organisationId, title, language: 'en', theme };
		const made = await createEntry(db, actor, start, now);
		if (made.code !== code) throw new Error(`${code} came out as ${made.code}`);
		await db.updateTable('item').set({ origin: 'sample' }).where('id', '=', made.id).execute();
		stage.learn(code, made.id);
	};

export type Given = { value: unknown } | { notApplicable: string };

export const fill =
	(code: string, element: StoredElement, given: Given): Act =>
	async ({ db, actor, now, item }) => {
		const seen = await db
			.selectFrom('entryElement')
			.select('version')
			.where('itemId', '=', item(code))
			.where('element', '=', element)
			.where('untilAt', 'is', null)
			.executeTakeFirst();
		const held =
			'value' in given
				? ({ standing: 'value', value: given.value, reason: '' } as const)
				: ({ standing: 'not-applicable', value: null, reason: given.notApplicable } as const);
		const change = { itemId: item(code), element, version: seen?.version ?? 0, ...held };
		await setElement(db, actor, change, now);
	};

/** A file that stands for an element or for what a step asks. */
export const proof =
	(code: string, requirement: string, name: string): Act =>
	async (stage) => {
		const { db, actor, now, item } = stage;
		const added = async (inside: Stage['db']) => [await sampleFile(stage, inside, code, name)];
		await linkProof(db, actor, { itemId: item(code), requirement }, added, now);
	};

async function sampleFile(stage: Stage, inside: Stage['db'], code: string, name: string): Promise<string> {
	const { store, actor, now, today } = stage;
	const lines = [`${code}: ${name}`, `${actor.organisationAcronym}, ${today}`];
	const slug = name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
	const file = await storeSampleFile(store, { field: 'file', name: `${code}-${slug}.pdf`, lines });
	return insertFileEvidence(inside, actor, file, { level: 'SEN' }, now);
}

export const go =
	(code: string, state: string, record: Readonly<Record<string, string>> = {}): Act =>
	({ db, actor, now, item }) =>
		takeStep(db, actor, { itemId: item(code), state, note: '', record }, now);

export const askReview =
	(code: string): Act =>
	({ db, actor, now, item }) =>
		openEntryReview(db, actor, { itemId: item(code), note: '' }, now);

async function reviewOf({ db, actor }: Stage, code: string) {
	const found = await findEntryReview(db, actor.projectId, { code });
	if (!found) throw new Error(`the sample catalogue has no ${code}`);
	return found;
}

/** The reviewer answers the whole checklist and signs what the round froze. */
export const signEntry =
	(code: string): Act =>
	async (stage) => {
		const { db, actor, now } = stage;
		const { item, review, records } = await reviewOf(stage, code);
		const round = openRound(review);
		const pinned = records.rounds.find(({ id }) => id === round?.id)?.checklistVersionId;
		const items = await listChecklistItems(db, pinned ?? '');
		const answers = items.map(({ id, mandatory }) => ({
			checklistItemId: id,
			answer: mandatory === 1 ? ('yes' as const) : ('not-applicable' as const),
			note: ''
		}));
		const seen = { itemId: item.id, coversSha256: round?.coversSha256 ?? '', answers };
		await signOff(db, actor, { ...seen, authenticatedAt: now.toISOString() }, now);
	};

export const inOffice =
	(key: string, office: string): Act =>
	({ db, actor, now, today, person }) => {
		const { organisationId } = actor;
		return nameOfficer(
			db,
			actor,
			{ personId: person(key), organisationId, office, fromOn: today, toOn: null },
			now
		);
	};

/** The officer of the acting organisation approves with the minute of its senate. */
export const approveFor =
	(code: string, reference: string): Act =>
	async (stage) => {
		const { db, actor, now, today } = stage;
		const found = await reviewOf(stage, code);
		const { algorithm, history } = await withSteps(db, found, today);
		const { coversSha256 } = await findEntryApproval(db, found, { algorithm, history, today });
		const approval = {
			itemId: found.item.id,
			coversSha256,
			reference,
			decidedOn: today,
			validUntilOn: null,
			authenticatedAt: now.toISOString()
		};
		const minute = (inside: Stage['db']) => sampleFile(stage, inside, code, 'Minute of the senate');
		await approveEntry(db, actor, approval, minute, now);
	};

export const hold =
	(code: string, reason: string, untilOn: string): Act =>
	({ db, actor, now, item }) =>
		holdEntry(db, actor, { itemId: item(code), reason, untilOn }, now);

export const sendBack =
	(code: string, reason: string): Act =>
	({ db, actor, now, item }) =>
		returnEntry(db, actor, { itemId: item(code), reason }, now);

export const mergeInto =
	(code: string, into: string, reason: string): Act =>
	({ db, actor, now, item }) =>
		mergeEntry(db, actor, { itemId: item(code), into, reason }, now);

export const retire =
	(code: string, reason: string): Act =>
	({ db, actor, now, item }) =>
		retireEntry(db, actor, { itemId: item(code), reason }, now);
