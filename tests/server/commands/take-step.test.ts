import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { NotFound, Refusal } from '#lib/domain/reasons.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { insertLinkEvidence } from '#lib/server/commands/add-evidence.ts';
import { mergeEntry, retireEntry } from '#lib/server/commands/end-entry.ts';
import { holdEntry, resumeEntry } from '#lib/server/commands/hold-entry.ts';
import { linkProof, unlinkProof } from '#lib/server/commands/link-proof.ts';
import { settleEntry } from '#lib/server/commands/move-entry.ts';
import { returnEntry } from '#lib/server/commands/return-entry.ts';
import { takeStep } from '#lib/server/commands/take-step.ts';
import { findEntrySteps } from '#lib/server/queries/find-entry-steps.ts';
import { WHOLE, aCatalogue } from '#tests/support/builders/a-catalogue.ts';
import { anEntry } from '#tests/support/builders/an-entry.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { withDatabase } from '#tests/support/database.ts';

const LATER = new Date(NOW.getTime() + 86_400_000);

function stored(db: Db, itemId: string) {
	return db
		.selectFrom('item')
		.innerJoin('entry', 'entry.itemId', 'item.id')
		.select(['item.state', 'item.version', 'entry.publicSince', 'entry.heldFrom', 'entry.endedReason'])
		.where('item.id', '=', itemId)
		.executeTakeFirstOrThrow();
}

function historyOf(db: Db, itemId: string) {
	return db
		.selectFrom('entryStep')
		.select(['number', 'state', 'how', 'note', 'record', 'leftAt'])
		.where('itemId', '=', itemId)
		.orderBy('number')
		.execute();
}

/** The codes it was refused with; and nothing may have changed. */
async function refusedWith(db: Db, itemId: string, act: () => Promise<unknown>): Promise<string[]> {
	const before = [await stored(db, itemId), await historyOf(db, itemId)];
	const refusal = await act().then(
		() => undefined,
		(error: unknown) => error
	);
	expect([await stored(db, itemId), await historyOf(db, itemId)]).toEqual(before);
	if (refusal instanceof NotFound) return ['not-found'];
	if (!(refusal instanceof Refusal)) throw new Error('it was not refused', { cause: refusal });
	return refusal.reasons.map(({ code }) => code);
}

const prove = (db: Db, actor: Actor, itemId: string, requirement: string) =>
	linkProof(
		db,
		actor,
		{ itemId, requirement },
		async (db) => [
			await insertLinkEvidence(db, actor, { url: 'https://example.org/x', name: 'x', level: 'PU' }, NOW)
		],
		NOW
	);

const step = (itemId: string, state: string, record: Record<string, string> = {}) => ({
	itemId,
	state,
	note: '',
	record
});

test('an author takes a step once its evidence stands, and the step keeps when and by whom', () =>
	withDatabase(async (db) => {
		const { entry, author } = await aCatalogue(db);
		const take = () => takeStep(db, author, step(entry.id, 'needs-confirmed'), LATER);
		expect(await refusedWith(db, entry.id, take)).toEqual(['proof-missing']);
		await prove(db, author, entry.id, 'need');
		await take();
		expect((await stored(db, entry.id)).state).toBe('needs-confirmed');
		expect(await historyOf(db, entry.id)).toMatchObject([
			{ number: 1, state: 'idea', leftAt: LATER.toISOString() },
			{ number: 2, state: 'needs-confirmed', how: 'step', leftAt: null }
		]);
		expect(await refusedWith(db, entry.id, take)).toEqual(['not-the-next-step']);
	}));

test('every reason why an empty entry cannot take its step is told at once', () =>
	withDatabase(async (db) => {
		const { entry, author } = await aCatalogue(db, { content: {} });
		const codes = await refusedWith(db, entry.id, () =>
			takeStep(db, author, step(entry.id, 'needs-confirmed'), NOW)
		);
		expect(codes.filter((code) => code === 'element-missing')).toHaveLength(4);
		expect(codes).toContain('proof-missing');
	}));

test('no step is skipped, none is taken by hand that signatures take, and none for a strange organisation', () =>
	withDatabase(async (db) => {
		const { entry, author, stranger, coordinator } = await aCatalogue(db, { state: 'mapped' });
		const take = (actor: Actor, state: string) => () => takeStep(db, actor, step(entry.id, state), NOW);
		expect(await refusedWith(db, entry.id, take(author, 'published'))).toContain('role-needed');
		expect(await refusedWith(db, entry.id, take(coordinator, 'internal-qa'))).toEqual(['step-of-others']);
		expect(await refusedWith(db, entry.id, take(coordinator, 'piloted'))).toContain('not-the-next-step');
		expect(await refusedWith(db, entry.id, take(stranger, 'piloted'))).toEqual(['out-of-scope']);
		expect(await refusedWith(db, entry.id, take(author, 'nowhere'))).toEqual(['not-found']);
	}));

test('an undecided overlap blocks the step until somebody has decided', () =>
	withDatabase(async (db) => {
		const { entry, author, project, wp } = await aCatalogue(db);
		const other = await anEntry(db, { projectId: project.id, workPackageId: wp.id });
		await prove(db, author, entry.id, 'need');
		const [firstItemId = '', secondItemId = ''] = [entry.id, other.id].sort();
		const row = { id: 'overlap', projectId: project.id, firstItemId, secondItemId, score: 0.9 };
		const open = { shared: '[]', foundAt: NOW.toISOString(), goneAt: null, decision: null };
		const undecided = { reason: null, decidedBy: null, decidedAt: null };
		await db
			.insertInto('entryOverlap')
			.values({ ...row, ...open, ...undecided })
			.execute();
		const take = () => takeStep(db, author, step(entry.id, 'needs-confirmed'), NOW);
		expect(await refusedWith(db, entry.id, take)).toEqual(['overlap-undecided']);
		await db.updateTable('entryOverlap').set({ decision: 'keep' }).execute();
		await take();
	}));

test('entries that ask for each other cannot be mapped', () =>
	withDatabase(async (db) => {
		const { entry, author, project, wp } = await aCatalogue(db, { state: 'designed' });
		const asks = (code: string) => ({ standing: 'value' as const, value: { texts: {}, entryCodes: [code] } });
		const content = { ...WHOLE, prerequisites: asks(entry.code) };
		const other = await anEntry(db, { projectId: project.id, workPackageId: wp.id, content });
		await db
			.updateTable('entryElement')
			.set({ value: JSON.stringify(asks(other.code).value) })
			.where('itemId', '=', entry.id)
			.where('element', '=', 'prerequisites')
			.execute();
		const take = () => takeStep(db, author, step(entry.id, 'mapped'), NOW);
		expect(await refusedWith(db, entry.id, take)).toEqual(['prerequisite-cycle']);
	}));

test('the system takes its step by itself as soon as nothing blocks, and publishing opens the entry to all', () =>
	withDatabase(async (db) => {
		const { entry, leader, coordinator } = await aCatalogue(db, { state: 'institution-approved' });
		await db.transaction().execute((db) => settleEntry(db, coordinator, entry.id, NOW));
		expect((await stored(db, entry.id)).state).toBe('catalogue-ready');
		const take = (record: Record<string, string>) => () =>
			takeStep(db, leader, step(entry.id, 'published', record), NOW);
		expect(await refusedWith(db, entry.id, take({}))).toEqual(['record-missing']);
		expect(await refusedWith(db, entry.id, take({ 'published-on': 'soon' }))).toEqual(['record-malformed']);
		await take({ 'published-on': '2026-06-15', invented: 'x' })();
		expect((await stored(db, entry.id)).publicSince).toBe(NOW.toISOString());
		expect((await historyOf(db, entry.id)).at(-1)?.record).toBe('{"published-on":"2026-06-15"}');
	}));

test('an entry whose home page nobody has opened stays before the system’s step', () =>
	withDatabase(async (db) => {
		const homepage = { standing: 'value', value: { url: 'https://x.example', checkedOn: null } } as const;
		const content = { ...WHOLE, homepage };
		const { entry, coordinator } = await aCatalogue(db, { state: 'institution-approved', content });
		await db.transaction().execute((db) => settleEntry(db, coordinator, entry.id, NOW));
		expect((await stored(db, entry.id)).state).toBe('institution-approved');
	}));

test('a pilot that nobody finished is counted; one that nobody counted is not', () =>
	withDatabase(async (db) => {
		const { entry, author } = await aCatalogue(db, { state: 'published' });
		await prove(db, author, entry.id, 'feedback');
		await db
			.updateTable('entryElement')
			.set((eb) => ({
				value: eb.fn('replace', ['value', eb.val('"completed":0'), eb.val('"completed":null')])
			}))
			.where('element', '=', 'cohorts')
			.execute();
		const take = () => takeStep(db, author, step(entry.id, 'piloted'), NOW);
		expect(await refusedWith(db, entry.id, take)).toEqual(['cohorts-uncounted']);
		await db
			.updateTable('entryElement')
			.set((eb) => ({
				value: eb.fn('replace', ['value', eb.val('"completed":null'), eb.val('"completed":0')])
			}))
			.where('element', '=', 'cohorts')
			.execute();
		await take();
		expect((await stored(db, entry.id)).state).toBe('piloted');
	}));

test('a ministry of the owner’s country records a recognition; one of another country does not', () =>
	withDatabase(async (db) => {
		const { entry, observer, foreign } = await aCatalogue(db, { state: 'rolled-out' });
		await db.updateTable('entry').set({ publicSince: NOW.toISOString() }).execute();
		const record = { 'recognised-by': 'NEO', 'recognised-on': '2026-06-01', reference: '7' };
		const take = (actor: Actor) => () => takeStep(db, actor, step(entry.id, 'recognised', record), NOW);
		expect(await refusedWith(db, entry.id, take(foreign))).toEqual(['out-of-scope']);
		await take(observer)();
		expect((await stored(db, entry.id)).state).toBe('recognised');
	}));

test('a returned entry leaves the public catalogue, and its reason is kept', () =>
	withDatabase(async (db) => {
		const { entry, leader, author } = await aCatalogue(db, { state: 'published' });
		await db.updateTable('entry').set({ publicSince: NOW.toISOString() }).execute();
		const back = (actor: Actor) => () =>
			returnEntry(db, actor, { itemId: entry.id, reason: 'Too long' }, NOW);
		expect(await refusedWith(db, entry.id, back(author))).toEqual(['role-needed']);
		await back(leader)();
		expect(await stored(db, entry.id)).toMatchObject({ state: 'designed', publicSince: null });
		expect((await historyOf(db, entry.id)).at(-1)).toMatchObject({ how: 'returned', note: 'Too long' });
		expect(await refusedWith(db, entry.id, back(leader))).toEqual(['nothing-to-return']);
	}));

test('an entry on hold takes no step, and goes on where it was; what was public stays so', () =>
	withDatabase(async (db) => {
		const { entry, author } = await aCatalogue(db, { state: 'published' });
		await db.updateTable('entry').set({ publicSince: NOW.toISOString() }).execute();
		const hold = (untilOn: string) => () =>
			holdEntry(db, author, { itemId: entry.id, reason: 'No room', untilOn }, NOW);
		expect(await refusedWith(db, entry.id, hold('2020-01-01'))).toEqual(['hold-until-past']);
		await hold('2030-01-01')();
		expect(await stored(db, entry.id)).toMatchObject({ state: 'on-hold', heldFrom: 'published' });
		const take = () => takeStep(db, author, step(entry.id, 'piloted'), NOW);
		expect(await refusedWith(db, entry.id, take)).toContain('entry-on-hold');
		await resumeEntry(db, author, { itemId: entry.id, note: '' }, LATER);
		expect(await stored(db, entry.id)).toMatchObject({
			state: 'published',
			heldFrom: null,
			publicSince: NOW.toISOString()
		});
		const resume = () => resumeEntry(db, author, { itemId: entry.id, note: '' }, NOW);
		expect(await refusedWith(db, entry.id, resume)).toEqual(['entry-not-on-hold']);
	}));

test('merged and retired entries keep their page, owe nothing, and are taken up again by who ended them', () =>
	withDatabase(async (db) => {
		const { entry, author, leader, project, wp } = await aCatalogue(db, { state: 'designed', content: {} });
		const other = await anEntry(db, { projectId: project.id, workPackageId: wp.id });
		const merge = (actor: Actor, into: string) => () =>
			mergeEntry(db, actor, { itemId: entry.id, into, reason: 'The same' }, NOW);
		expect(await refusedWith(db, entry.id, merge(author, other.code))).toEqual(['role-needed']);
		expect(await refusedWith(db, entry.id, merge(leader, entry.code))).toEqual(['merge-into-itself']);
		expect(await refusedWith(db, entry.id, merge(leader, 'MC-NONE-1'))).toEqual(['merge-target-unknown']);
		await merge(leader, other.code)();
		expect(await stored(db, entry.id)).toMatchObject({ state: 'merged', endedReason: 'The same' });
		const gaps = () => db.selectFrom('entryGap').select('id').where('closedAt', 'is', null).execute();
		expect(await gaps()).toEqual([]);
		expect(await refusedWith(db, entry.id, merge(leader, other.code))).toEqual(['entry-ended']);
		const retire = () => retireEntry(db, leader, { itemId: other.id, reason: 'Over' }, NOW);
		await resumeEntry(db, leader, { itemId: entry.id, note: 'By mistake' }, NOW);
		expect(await stored(db, entry.id)).toMatchObject({ state: 'designed', endedReason: null });
		expect((await gaps()).length).toBeGreaterThan(0);
		await retire();
		expect(await refusedWith(db, entry.id, merge(leader, other.code))).toEqual(['merge-target-ended']);
		expect(await findEntrySteps(db, author, { id: other.id }, '2026-06-15')).toBeDefined();
	}));

test('evidence is linked once for a need that is asked, and taken away again', () =>
	withDatabase(async (db) => {
		const { entry, author, stranger } = await aCatalogue(db);
		expect(await refusedWith(db, entry.id, () => prove(db, author, entry.id, 'fame'))).toEqual(['not-found']);
		expect(await refusedWith(db, entry.id, () => prove(db, stranger, entry.id, 'need'))).toEqual([
			'out-of-scope'
		]);
		await prove(db, author, entry.id, 'need');
		const found = await findEntrySteps(db, author, { id: entry.id }, '2026-06-15');
		expect(found?.proofs).toHaveLength(1);
		const useId = found?.proofs[0]?.useId ?? '';
		await unlinkProof(db, author, { itemId: entry.id, useId }, NOW);
		await unlinkProof(db, author, { itemId: entry.id, useId }, NOW);
		const after = await findEntrySteps(db, author, { id: entry.id }, '2026-06-15');
		expect(after?.proofs).toEqual([]);
		const other = () => unlinkProof(db, author, { itemId: entry.id, useId: 'none' }, NOW);
		await db
			.updateTable('evidenceUse')
			.set({ removedAt: null, requirement: 'institution-approval' })
			.execute();
		const signed = () => unlinkProof(db, author, { itemId: entry.id, useId }, NOW);
		expect(await refusedWith(db, entry.id, signed)).toEqual(['not-found']);
		expect(await refusedWith(db, entry.id, other)).toEqual(['not-found']);
	}));
