import { expect, test } from 'vitest';
import { listPlanProgress } from '#lib/server/queries/list-plan-progress.ts';
import { newId } from '#lib/server/ids.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { aMilestone } from '#tests/support/builders/a-milestone.ts';
import { aProject, TODAY } from '#tests/support/builders/a-project.ts';
import { aWorkPackage } from '#tests/support/builders/a-work-package.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { withDatabase } from '#tests/support/database.ts';

test('a work package names what blocks it, with milestones it shares and evidence that is missing', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const wp1 = await aWorkPackage(db, { projectId });
		const wp2 = await aWorkPackage(db, { projectId, number: 2 });
		const coordinator = await anActor(db, { projectId, role: 'coordinator' });
		await aDeliverable(db, { projectId, workPackageId: wp1.id, code: 'D1.1', state: 'accepted' });
		const shared = await aMilestone(db, { projectId, workPackageId: wp1.id, code: 'MS3', state: 'declared' });
		await db.insertInto('itemWorkPackage').values({ itemId: shared.id, workPackageId: wp2.id }).execute();
		await db
			.insertInto('meansOfVerification')
			.values({ id: newId(), projectId, itemId: shared.id, position: 1, text: 'Minutes' })
			.execute();
		const { workPackages } = await listPlanProgress(
			db,
			coordinator,
			{ projectId: coordinator.projectId },
			TODAY
		);
		for (const workPackage of workPackages)
			expect(workPackage.progress?.readiness).toEqual({
				verdict: 'blocked',
				open: 1,
				blocks: [{ code: 'evidence-missing', item: 'MS3', missing: 1, of: 1 }],
				of: new Map([['evidence-missing', 1]])
			});
	}));

test('observers see public results only, and neither health nor readiness; evaluators see the plan', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const wp1 = await aWorkPackage(db, { projectId });
		const observer = await anActor(db, { projectId, role: 'observer' });
		const evaluator = await anActor(db, { projectId, role: 'external-evaluator' });
		const item = { projectId, workPackageId: wp1.id };
		const sensitive = { disseminationLevel: 'SEN' };
		await aDeliverable(db, { ...item, code: 'D1.1', state: 'accepted' });
		await aDeliverable(db, { ...item, code: 'D1.2', state: 'accepted', deliverable: sensitive });
		await aDeliverable(db, { ...item, code: 'D1.3', state: 'in-review' });
		await aMilestone(db, { ...item, code: 'MS1', state: 'declared' });
		await aMilestone(db, { ...item, code: 'MS2', state: 'verified' });

		const outside = await listPlanProgress(db, observer, { projectId: observer.projectId }, TODAY);
		expect(outside.project).toBeNull();
		expect(outside.workPackages.map((one) => one.progress)).toEqual([null]);
		expect(outside.workPackages[0]?.items.map((one) => one.code)).toEqual(['D1.1', 'MS1']);

		const inside = await listPlanProgress(db, evaluator, { projectId: evaluator.projectId }, TODAY);
		expect(inside.workPackages[0]?.items.map(({ code, readable }) => [code, readable])).toEqual([
			['D1.1', true],
			['D1.2', true],
			['D1.3', true],
			['MS1', true],
			['MS2', true]
		]);
	}));

test('an evaluator invited to one deliverable may open that one, and sees the rest of the plan without its pages', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const invited = await aDeliverable(db, { projectId, code: 'D1.1' });
		await aDeliverable(db, { projectId, code: 'D1.2' });
		const scope = { type: 'item', id: invited.id } as const;
		const evaluator = await anActor(db, { projectId, role: 'external-evaluator', scope });
		const { workPackages } = await listPlanProgress(db, evaluator, { projectId: evaluator.projectId }, TODAY);
		expect(workPackages[0]?.items.map(({ code, readable }) => [code, readable])).toEqual([
			['D1.1', true],
			['D1.2', false]
		]);
	}));

test('nothing of another project is ever in it', () =>
	withDatabase(async (db) => {
		const own = await aProject(db);
		const foreign = await aProject(db);
		await aDeliverable(db, { projectId: foreign.id });
		const coordinator = await anActor(db, { projectId: own.id, role: 'coordinator' });
		const { workPackages, project } = await listPlanProgress(
			db,
			coordinator,
			{ projectId: coordinator.projectId },
			TODAY
		);
		expect(workPackages).toEqual([]);
		expect(project?.health).toBe('unknown');
	}));
