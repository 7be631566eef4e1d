import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { DELIVERABLE_STATES } from '#lib/domain/deliverable-states.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { insertBaseline } from '#lib/server/commands/insert-baseline.ts';
import { findItemList } from '#lib/server/queries/find-item-list.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { aProject, NOW, TODAY } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { withDatabase } from '#tests/support/database.ts';

async function listFor(db: Db, actor: Actor, query: string) {
	const url = new URL(`http://localhost/leslie/deliverables?${query}`);
	const data = { projectId: actor.projectId };
	const states = DELIVERABLE_STATES;
	const asked = { data, kind: 'deliverable', states, counted: [], today: TODAY, url } as const;
	return findItemList(db, actor, asked);
}

/** D1.1 moves, D1.2 is withdrawn, D1.3 is gone, D1.4 is new. */
async function aChangedPlan(db: Db) {
	const { id: projectId } = await aProject(db);
	const moved = await aDeliverable(db, { projectId, code: 'D1.1', contractualOn: '2026-06-30' });
	const ended = await aDeliverable(db, { projectId, code: 'D1.2' });
	const gone = await aDeliverable(db, { projectId, code: 'D1.3' });
	const annex1 = { projectId, number: 0, reference: 'Annex 1', note: '', signedOn: '2023-12-01' };
	await insertBaseline(db, { ...annex1, createdBy: null, origin: 'entered' }, NOW);
	await db.updateTable('item').set({ contractualOn: '2026-07-31' }).where('id', '=', moved.id).execute();
	await db.updateTable('item').set({ state: 'withdrawn' }).where('id', '=', ended.id).execute();
	await db.deleteFrom('deliverable').where('itemId', '=', gone.id).execute();
	await db.deleteFrom('item').where('id', '=', gone.id).execute();
	await aDeliverable(db, { projectId, code: 'D1.4' });
	return { projectId, moved };
}

test('a list shows what moved, left, is new and is gone since the baseline its address names', () =>
	withDatabase(async (db) => {
		const { projectId } = await aChangedPlan(db);
		const partner = await anActor(db, { projectId });
		const { items, against } = await listFor(db, partner, 'baseline=0');
		const { comparison } = against ?? {};
		expect(items.map(({ id, code }) => [code, comparison?.changes.get(id)?.change])).toEqual([
			['D1.1', 'changed'],
			['D1.2', 'left'],
			['D1.4', 'added']
		]);
		expect(comparison?.gone.map(({ code }) => code)).toEqual(['D1.3']);
		const searched = await listFor(db, partner, 'baseline=0&q=D1.1');
		expect(searched.against?.comparison?.gone).toEqual([]);
	}));

test('a list is compared with nothing where its address names no baseline, or one that is not there', () =>
	withDatabase(async (db) => {
		const { projectId } = await aChangedPlan(db);
		const partner = await anActor(db, { projectId });
		for (const query of ['', 'baseline=7', 'baseline=x']) {
			const { against } = await listFor(db, partner, query);
			expect(against).toEqual({ baselines: [{ number: 0, reference: 'Annex 1' }], comparison: null });
		}
	}));

test('an observer sees no baseline; an evaluator hears of no item that is not opened to them', () =>
	withDatabase(async (db) => {
		const { projectId, moved } = await aChangedPlan(db);
		const observer = await anActor(db, { projectId, role: 'observer' });
		expect((await listFor(db, observer, 'baseline=0')).against).toBeNull();
		const scope = { type: 'item', id: moved.id } as const;
		const evaluator = await anActor(db, { projectId, role: 'external-evaluator', scope });
		const { items, against } = await listFor(db, evaluator, 'baseline=0');
		expect(items.map(({ code }) => code)).toEqual(['D1.1']);
		expect([...(against?.comparison?.changes.values() ?? [])].map(({ code }) => code)).toEqual(['D1.1']);
		expect(against?.comparison?.gone.map(({ code }) => code)).toEqual(['D1.3']);
	}));
