import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { resetEntry } from '#lib/server/commands/reset-entry.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anEntry } from '#tests/support/builders/an-entry.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { withDatabase } from '#tests/support/database.ts';

async function made(db: Db, state: string, heldFrom: string | null = null) {
	const project = await aProject(db);
	const author = await anActor(db, { projectId: project.id });
	const entry = await anEntry(db, { projectId: project.id, state, entry: { heldFrom } });
	const reset = (...changed: ('workload' | 'title' | 'awarding-body')[]) =>
		db
			.transaction()
			.execute((db) => resetEntry(db, author, { ...entry, version: 1, heldFrom }, { changed }, NOW));
	const state_ = () => db.selectFrom('item').select('state').where('id', '=', entry.id).executeTakeFirst();
	return { entry, reset, state: async () => (await state_())?.state };
}

test('changing the workload of a published entry sends it back, with the step on record', () =>
	withDatabase(async (db) => {
		const { entry, reset, state } = await made(db, 'published');
		expect(await reset('workload')).toBe('reset');
		expect(await state()).toBe('designed');
		const steps = await db
			.selectFrom('entryStep')
			.select(['number', 'state', 'how', 'leftAt'])
			.where('itemId', '=', entry.id)
			.orderBy('number')
			.execute();
		expect(steps).toEqual([
			{ number: 1, state: 'published', how: 'created', leftAt: NOW.toISOString() },
			{ number: 2, state: 'designed', how: 'reset', leftAt: null }
		]);
	}));

test.each([
	['a title', 'published', ['title']],
	['the workload before anybody signs', 'mapped', ['workload']]
] as const)('changing %s sends nothing back', (_, from, changed) =>
	withDatabase(async (db) => {
		const { reset, state } = await made(db, from);
		expect(await reset(...changed)).toBe('untouched');
		expect(await state()).toBe(from);
	})
);

test('another awarding body sends an approved entry back', () =>
	withDatabase(async (db) => {
		const { reset, state } = await made(db, 'institution-approved');
		expect(await reset('awarding-body')).toBe('reset');
		expect(await state()).toBe('designed');
	}));

test('an entry on hold stays on hold, and comes back further down its path', () =>
	withDatabase(async (db) => {
		const { entry, reset, state } = await made(db, 'on-hold', 'published');
		expect(await reset('workload')).toBe('reset');
		expect(await state()).toBe('on-hold');
		const row = await db
			.selectFrom('entry')
			.select('heldFrom')
			.where('itemId', '=', entry.id)
			.executeTakeFirst();
		expect(row?.heldFrom).toBe('designed');
	}));
