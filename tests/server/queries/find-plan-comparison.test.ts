import { expect, test } from 'vitest';
import { insertBaseline } from '#lib/server/commands/insert-baseline.ts';
import { findPlanComparison } from '#lib/server/queries/find-plan-comparison.ts';
import { listBaselines } from '#lib/server/queries/list-baselines.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { withDatabase } from '#tests/support/database.ts';

test('a baseline against now names withdrawn items, new ones and new leads by their acronym', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const lead = await anOrganisation(db, { projectId, acronym: 'KOKSU' });
		const item = await aDeliverable(db, { projectId, code: 'D1.1', contractualOn: '2026-06-30' });
		const gone = await aDeliverable(db, { projectId, code: 'D1.2' });
		const annex1 = { projectId, number: 0, reference: 'Annex 1', note: '', signedOn: '2023-12-01' };
		await insertBaseline(db, { ...annex1, createdBy: null, origin: 'entered' }, NOW);
		expect(await findPlanComparison(db, projectId, 0, 'now')).toEqual([]);

		const change = { leadOrganisationId: lead.id, contractualOn: '2026-07-31' };
		await db.updateTable('item').set(change).where('id', '=', item.id).execute();
		await db.updateTable('item').set({ state: 'withdrawn' }).where('id', '=', gone.id).execute();
		await aDeliverable(db, { projectId, code: 'D1.3' });
		const changes = await findPlanComparison(db, projectId, 0, 'now');
		expect(changes?.map(({ code, change, standing }) => [code, change, standing])).toEqual([
			['D1.1', 'changed', 'planned'],
			['D1.2', 'left', 'withdrawn'],
			['D1.3', 'added', 'planned']
		]);
		expect(changes?.[0]?.fields).toEqual([
			{ field: 'leadOrganisationId', from: null, to: 'KOKSU', days: null },
			{ field: 'dueOn', from: '2026-06-30', to: '2026-07-31', days: 31 }
		]);
	}));

test('an agreed day that moved differs from a baseline whose contract is as it was', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const due = { contractualOn: '2026-04-30', agreedOn: '2026-04-30' };
		const item = await aDeliverable(db, { projectId, code: 'D4.4', ...due });
		const annex1 = { projectId, number: 0, reference: 'Annex 1', note: '', signedOn: '2023-12-01' };
		await insertBaseline(db, { ...annex1, createdBy: null, origin: 'entered' }, NOW);
		await db.updateTable('item').set({ agreedOn: '2026-07-10' }).where('id', '=', item.id).execute();
		const changes = await findPlanComparison(db, projectId, 0, 'now');
		expect(changes?.map(({ code, fields }) => [code, fields])).toEqual([
			['D4.4', [{ field: 'agreedOn', from: '2026-04-30', to: '2026-07-10', days: 71 }]]
		]);
	}));

test('a baseline that does not exist, or belongs to another project, is not compared', () =>
	withDatabase(async (db) => {
		const own = await aProject(db);
		const foreign = await aProject(db);
		const annex1 = { number: 0, reference: 'Annex 1', note: '', signedOn: '2023-12-01', createdBy: null };
		await insertBaseline(db, { ...annex1, projectId: foreign.id, origin: 'entered' }, NOW);
		expect(await findPlanComparison(db, own.id, 0, 'now')).toBeUndefined();
		expect(await listBaselines(db, own.id)).toEqual([]);
		expect(await listBaselines(db, foreign.id)).toMatchObject([{ number: 0, records: 0 }]);
	}));
