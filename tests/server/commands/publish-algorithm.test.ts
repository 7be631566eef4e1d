import * as v from 'valibot';
import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import type { Algorithm } from '#lib/domain/catalogue/algorithm.ts';
import { arranged, draftOf } from '#lib/domain/catalogue/algorithm-draft.ts';
import { PROPOSED_ALGORITHM } from '#lib/domain/catalogue/proposed-algorithm.ts';
import { Conflict, Refusal } from '#lib/domain/reasons.ts';
import { PublishAlgorithm } from '#lib/schemas/catalogue/algorithm-form.ts';
import { publishAlgorithm } from '#lib/server/commands/publish-algorithm.ts';
import { findAlgorithm } from '#lib/server/queries/find-algorithm.ts';
import { algorithmChanges } from '#lib/text/catalogue/algorithm.ts';
import { aCatalogue } from '#tests/support/builders/a-catalogue.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { withDatabase } from '#tests/support/database.ts';
import { typedDraft } from '#tests/support/typed-draft.ts';

const without = (state: string): Algorithm => ({
	...PROPOSED_ALGORITHM,
	steps: PROPOSED_ALGORITHM.steps.filter((step) => step.state !== state)
});
const input = (algorithm: Algorithm, basedOn = 0) => ({ basedOn, note: 'Decided', algorithm });

async function refusedWith(db: Db, act: () => Promise<unknown>): Promise<string[]> {
	const refusal = await act().then(
		() => undefined,
		(error: unknown) => error
	);
	if (!(refusal instanceof Refusal)) throw new Error('it was not refused', { cause: refusal });
	const versions = await db.selectFrom('algorithmVersion').select('id').execute();
	expect(versions).toEqual([]);
	return refusal.reasons.map(({ code }) => code);
}

test('the leader of the catalogue’s package publishes a version, and the entries stay where they are', () =>
	withDatabase(async (db) => {
		const { leader, entry, project } = await aCatalogue(db, { state: 'designed' });
		expect(await publishAlgorithm(db, leader, input(without('evaluated')), NOW)).toBe(1);
		const { number, algorithm } = await findAlgorithm(db, project.id);
		expect([number, algorithm.steps.length]).toEqual([1, PROPOSED_ALGORITHM.steps.length - 1]);
		const item = await db.selectFrom('item').select('state').where('id', '=', entry.id).execute();
		expect(item).toEqual([{ state: 'designed' }]);
		await expect(publishAlgorithm(db, leader, input(PROPOSED_ALGORITHM), NOW)).rejects.toThrow(Conflict);
	}));

test('a step that still holds entries, or that a rule names, cannot be dropped; and only its keeper publishes', () =>
	withDatabase(async (db) => {
		const { leader, author } = await aCatalogue(db, { state: 'designed' });
		const drop = (state: string) => () => publishAlgorithm(db, leader, input(without(state)), NOW);
		expect(await refusedWith(db, drop('designed'))).toEqual([
			'step-holds-entries',
			'algorithm-state-unknown'
		]);
		expect(await refusedWith(db, drop('published'))).toEqual(['algorithm-state-unknown']);
		const strange = () => publishAlgorithm(db, author, input(PROPOSED_ALGORITHM), NOW);
		expect(await refusedWith(db, strange)).toEqual(['role-needed']);
	}));

test('an entry on hold keeps the step it was held from', () =>
	withDatabase(async (db) => {
		const { leader, entry } = await aCatalogue(db, { state: 'on-hold' });
		await db.updateTable('entry').set({ heldFrom: 'mapped' }).where('itemId', '=', entry.id).execute();
		const drop = () => publishAlgorithm(db, leader, input(without('mapped')), NOW);
		expect(await refusedWith(db, drop)).toEqual(['step-holds-entries']);
	}));

test('a step of the system that now blocks nobody is taken as the version begins to count', () =>
	withDatabase(async (db) => {
		const { leader, entry } = await aCatalogue(db, { state: 'institution-approved', content: {} });
		const steps = PROPOSED_ALGORITHM.steps.map((step) =>
			step.actor === 'system' ? { ...step, requires: [] } : step
		);
		await publishAlgorithm(db, leader, input({ ...PROPOSED_ALGORITHM, steps }), NOW);
		const { state } = await db
			.selectFrom('item')
			.select('state')
			.where('id', '=', entry.id)
			.executeTakeFirstOrThrow();
		expect(state).toBe('catalogue-ready');
	}));

const typed = (draft = draftOf(PROPOSED_ALGORITHM)) => ({
	...typedDraft(draft),
	basedOn: '0',
	note: 'Decided'
});

test('the form says exactly what the algorithm says', () => {
	expect(v.parse(PublishAlgorithm, typed())).toEqual(input(PROPOSED_ALGORITHM));
});

test('a button of the form arranges the draft and publishes nothing', () => {
	expect(v.safeParse(PublishAlgorithm, { ...typed(), do: 'step-up:1' }).success).toBe(false);
	const order = (command: string) =>
		arranged(draftOf(PROPOSED_ALGORITHM), command).steps.map(({ row }) => row['state']);
	expect(order('step-up:1').slice(0, 2)).toEqual(['needs-confirmed', 'idea']);
	expect(order('step-down:0').slice(0, 2)).toEqual(['needs-confirmed', 'idea']);
	expect(order('step-remove:0')[0]).toBe('needs-confirmed');
	expect(order('step-add:0')[1]).toBe('');
	expect(order('stay')).toEqual(order('step-up:0'));
	const { steps } = arranged(arranged(draftOf(PROPOSED_ALGORITHM), 'requires-up:1:1'), 'requires-remove:1:2');
	expect(steps[1]?.requires.map((row) => row['kind'])).toEqual(['evidence', 'elements']);
});

test('what differs between two versions is told step by step', () => {
	const labels = algorithmChanges(PROPOSED_ALGORITHM, without('mapped')).map(({ label }) => label);
	expect(labels[0]).toBe('Order of the steps');
	expect(labels.slice(1).every((label) => label.startsWith('mapped: '))).toBe(true);
	expect(algorithmChanges(PROPOSED_ALGORITHM, PROPOSED_ALGORITHM)).toEqual([]);
});
