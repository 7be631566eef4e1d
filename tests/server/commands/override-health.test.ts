import { describe, expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { NotFound } from '#lib/domain/reasons.ts';
import { endHealthOverride } from '#lib/server/commands/end-health-override.ts';
import { overrideHealth } from '#lib/server/commands/override-health.ts';
import { listPlanProgress } from '#lib/server/queries/list-plan-progress.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { aProject, NOW, TODAY } from '#tests/support/builders/a-project.ts';
import { aWorkPackage } from '#tests/support/builders/a-work-package.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { codesOf } from '#tests/support/codes-of.ts';
import { withDatabase } from '#tests/support/database.ts';
import { contentsOf } from '#tests/support/table-contents.ts';

async function aPlan(db: Db) {
	const { id: projectId } = await aProject(db);
	const wp4 = await aWorkPackage(db, { projectId, number: 4 });
	const scope = { type: 'work-package', id: wp4.id } as const;
	const leader = await anActor(db, { projectId, role: 'wp-leader', scope, name: 'Saule' });
	const coordinator = await anActor(db, { projectId, role: 'coordinator' });
	await aDeliverable(db, { projectId, workPackageId: wp4.id, code: 'D4.2', agreedOn: '2026-06-03' });
	return { projectId, wp4, leader, coordinator };
}

const judged = (workPackageId: string | null, untilOn = '2026-07-15') => ({
	workPackageId,
	health: 'at-risk' as const,
	reason: 'The text is with the printer.',
	untilOn
});

describe('a judgement of health', () => {
	test('stands beside what the rules say, and lapses by itself', () =>
		withDatabase(async (db) => {
			const { wp4, leader, coordinator } = await aPlan(db);
			await overrideHealth(db, leader, judged(wp4.id), NOW);
			const [seen] = (await listPlanProgress(db, coordinator, { projectId: coordinator.projectId }, TODAY))
				.workPackages;
			expect(seen?.progress?.health).toMatchObject({
				health: 'late',
				override: { health: 'at-risk', setByName: 'Saule', untilOn: '2026-07-15' }
			});
			const [after] = (
				await listPlanProgress(db, coordinator, { projectId: coordinator.projectId }, '2026-07-16')
			).workPackages;
			expect(after?.progress?.health).toMatchObject({ health: 'late', override: null });
		}));

	test('gives way to a newer one, and both stay in the history', () =>
		withDatabase(async (db) => {
			const { wp4, leader, coordinator } = await aPlan(db);
			await overrideHealth(db, leader, judged(wp4.id), NOW);
			const second = { ...judged(wp4.id), health: 'on-track' as const };
			await overrideHealth(db, coordinator, second, new Date(NOW.getTime() + 1000));
			const [seen] = (await listPlanProgress(db, coordinator, { projectId: coordinator.projectId }, TODAY))
				.workPackages;
			expect(seen?.progress?.health.override?.health).toBe('on-track');
			expect(await db.selectFrom('healthOverride').selectAll().execute()).toHaveLength(2);
		}));

	test('may be ended before it lapses', () =>
		withDatabase(async (db) => {
			const { coordinator } = await aPlan(db);
			await overrideHealth(db, coordinator, judged(null), NOW);
			const { id } = await db.selectFrom('healthOverride').select('id').executeTakeFirstOrThrow();
			await endHealthOverride(db, coordinator, { overrideId: id }, NOW);
			expect(
				(await listPlanProgress(db, coordinator, { projectId: coordinator.projectId }, TODAY)).project
					?.override
			).toBeNull();
		}));

	test('of the project is the coordinator’s, of a work package also its leader’s', () =>
		withDatabase(async (db) => {
			const { projectId, wp4, leader } = await aPlan(db);
			const partner = await anActor(db, { projectId });
			const before = await contentsOf(db, ['healthOverride', 'auditEvent']);
			expect(await codesOf(overrideHealth(db, leader, judged(null), NOW))).toEqual(['out-of-scope']);
			expect(await codesOf(overrideHealth(db, partner, judged(wp4.id), NOW))).toEqual(['role-needed']);
			expect(await contentsOf(db, ['healthOverride', 'auditEvent'])).toBe(before);
		}));

	test('never lapses in the past, nor in a year, nor for a foreign work package', () =>
		withDatabase(async (db) => {
			const { wp4, coordinator } = await aPlan(db);
			const foreign = await aWorkPackage(db, { projectId: (await aProject(db)).id });
			const before = await contentsOf(db, ['healthOverride', 'auditEvent']);
			const attempt = (untilOn: string) =>
				codesOf(overrideHealth(db, coordinator, judged(wp4.id, untilOn), NOW));
			expect(await attempt(TODAY)).toEqual(['override-lapsed']);
			expect(await attempt('2027-06-15')).toEqual(['override-too-long']);
			await expect(overrideHealth(db, coordinator, judged(foreign.id), NOW)).rejects.toThrow(NotFound);
			expect(await contentsOf(db, ['healthOverride', 'auditEvent'])).toBe(before);
		}));
});
