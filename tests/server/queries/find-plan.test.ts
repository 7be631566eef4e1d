import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { findPlan, seenPlan } from '#lib/server/queries/find-plan.ts';
import { judgedItems, listItems } from '#lib/server/queries/list-items.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { aProject } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { withDatabase } from '#tests/support/database.ts';

const ON = { today: '2026-06-15', soonDays: 14 };

/** So many that what is made of the plan has its room beside it. */
async function aPlan(db: Db) {
	const { id: projectId } = await aProject(db);
	const codes = Array.from({ length: 30 }, (_, index) => `D1.${index + 1}`);
	for (const code of codes) await aDeliverable(db, { projectId, code, contractualOn: '2026-06-30' });
	const read = (dataVersion?: string) => findPlan(db, { projectId, dataVersion });
	return { projectId, read };
}

test('the plan that is kept is the one that would be read, for every role', () =>
	withDatabase(async (db) => {
		const { projectId, read } = await aPlan(db);
		await db.updateTable('item').set({ state: 'accepted' }).where('code', 'in', ['D1.3', 'D1.4']).execute();
		const roles = ['coordinator', 'partner', 'qa-reviewer', 'external-evaluator', 'observer'] as const;
		for (const role of roles) {
			const actor = await anActor(db, { projectId, role });
			const { items } = seenPlan(await read('1'), actor, ON);
			expect(items).toEqual(await listItems(db, actor, ON));
		}
	}));

test('nobody is given what another may see: grants, person and organisation are part of the question', () =>
	withDatabase(async (db) => {
		const { projectId, read } = await aPlan(db);
		const plan = await read('1');
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		const observer = await anActor(db, { projectId, role: 'observer' });
		const seen = (actor: Actor) => seenPlan(plan, actor, ON).items.length;
		expect([seen(coordinator), seen(observer), seen(coordinator)]).toEqual([30, 0, 30]);
		// The same person, and then with other grants.
		const { grants, ...person } = coordinator;
		expect(seen({ ...person, grants: [] })).toBe(0);
		expect(seen({ ...person, grants })).toBe(30);
		const mine = (actor: Actor) => seenPlan(plan, actor, ON).items.filter((item) => item.mine).length;
		const lead = await anActor(db, { projectId, role: 'partner' });
		const [item] = plan.parts;
		const led = { ...lead, organisationId: item?.row.leadOrganisationId ?? '' };
		expect(mine(led)).toBe(judgedItems(plan.parts, true, ON).filter(isWith(led.organisationId)).length);
		expect(mine({ ...lead, organisationId: 'elsewhere' })).toBe(0);
	}));

const isWith =
	(organisationId: string) =>
	({ holder }: { holder: { organisationId: string | null } | null }) =>
		holder?.organisationId === organisationId;

test('what is kept of a day, or of a rule, is not given for another', () =>
	withDatabase(async (db) => {
		const { projectId, read } = await aPlan(db);
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		const plan = await read('1');
		const stateOn = (on: typeof ON) => seenPlan(plan, coordinator, on).items[0]?.dates.state;
		expect(stateOn(ON)).toBe('on-time');
		expect(stateOn({ ...ON, today: '2026-06-20' })).toBe('due-soon');
		expect(stateOn({ ...ON, today: '2026-07-01' })).toBe('late');
		expect(stateOn({ ...ON, soonDays: 60 })).toBe('due-soon');
		expect(stateOn(ON)).toBe('on-time');
	}));

test('the plan is read and judged again after a change of the data, and shared until then', () =>
	withDatabase(async (db) => {
		const { projectId, read } = await aPlan(db);
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		const other = await anActor(db, { projectId, role: 'qa-lead' });
		const before = seenPlan(await read('1'), coordinator, ON);
		await db.updateTable('item').set({ state: 'accepted' }).where('code', '=', 'D1.1').execute();
		expect(seenPlan(await read('1'), coordinator, ON)).toBe(before);
		const after = seenPlan(await read('2'), coordinator, ON);
		expect(before.items[0]?.state).not.toBe('accepted');
		expect(after.items[0]?.state).toBe('accepted');
		// One judged plan for all who see it, whatever else they hold.
		expect(seenPlan(await read('2'), other, ON).items[0]).toBe(after.items[0]);
	}));
