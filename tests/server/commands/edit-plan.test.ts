import { describe, expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { Conflict, NotFound } from '#lib/domain/reasons.ts';
import { addTask } from '#lib/server/commands/add-task.ts';
import { editTask } from '#lib/server/commands/edit-task.ts';
import { editWorkPackage } from '#lib/server/commands/edit-work-package.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { aWorkPackage } from '#tests/support/builders/a-work-package.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { codesOf } from '#tests/support/codes-of.ts';
import { withDatabase } from '#tests/support/database.ts';
import { contentsOf } from '#tests/support/table-contents.ts';

const TABLES = ['workPackage', 'task', 'auditEvent', 'auditHead'] as const;

async function aPlan(db: Db) {
	const { id: projectId } = await aProject(db);
	const wp4 = await aWorkPackage(db, { projectId, number: 4 });
	const scope = { type: 'work-package', id: wp4.id } as const;
	const leader = await anActor(db, { projectId, role: 'wp-leader', scope });
	const partner = await anActor(db, { projectId });
	const task = { workPackageId: wp4.id, number: 'T4.1', title: 'Criteria', leadOrganisationId: null };
	return { projectId, wp4, leader, partner, task: { ...task, startMonth: 4, endMonth: 18 } };
}

describe('the objectives of a work package', () => {
	test('are rewritten by its leader, with the old ones in the audit trail', () =>
		withDatabase(async (db) => {
			const { wp4, leader } = await aPlan(db);
			const input = { workPackageId: wp4.id, version: 1, objectives: 'A catalogue.' };
			await editWorkPackage(db, leader, input, NOW);
			const kept = await db.selectFrom('workPackage').selectAll().executeTakeFirstOrThrow();
			expect(kept).toMatchObject({ objectives: 'A catalogue.', version: 2 });
			const event = await db.selectFrom('auditEvent').selectAll().executeTakeFirstOrThrow();
			expect(event).toMatchObject({ act: 'work-package:edit', recordLabel: 'WP4' });
			expect(JSON.parse(event.details)).toEqual({ objectives: { from: '', to: 'A catalogue.' } });
		}));

	test('are not for partners, other leaders or a second writer, and nothing changes', () =>
		withDatabase(async (db) => {
			const { projectId, wp4, leader, partner } = await aPlan(db);
			const other = await aWorkPackage(db, { projectId, number: 5 });
			const scope = { type: 'work-package', id: other.id } as const;
			const stranger = await anActor(db, { projectId, role: 'wp-leader', scope });
			const before = await contentsOf(db, TABLES);
			const input = { workPackageId: wp4.id, version: 1, objectives: 'Mine.' };
			expect(await codesOf(editWorkPackage(db, partner, input, NOW))).toEqual(['role-needed']);
			expect(await codesOf(editWorkPackage(db, stranger, input, NOW))).toEqual(['out-of-scope']);
			const late = editWorkPackage(db, leader, { ...input, version: 7 }, NOW);
			await expect(late).rejects.toThrow(Conflict);
			const nowhere = editWorkPackage(db, leader, { ...input, workPackageId: projectId }, NOW);
			await expect(nowhere).rejects.toThrow(NotFound);
			expect(await contentsOf(db, TABLES)).toBe(before);
		}));
});

describe('tasks', () => {
	test('are added and changed by the leader', () =>
		withDatabase(async (db) => {
			const { leader, partner, task } = await aPlan(db);
			await addTask(db, leader, task, NOW);
			const { id } = await db.selectFrom('task').select('id').executeTakeFirstOrThrow();
			const change = { taskId: id, version: 1, title: 'Criteria and profiles', startMonth: 5, endMonth: 18 };
			await editTask(db, leader, { ...change, leadOrganisationId: partner.organisationId }, NOW);
			expect(await db.selectFrom('task').selectAll().execute()).toMatchObject([
				{
					number: 'T4.1',
					title: 'Criteria and profiles',
					startMonth: 5,
					endMonth: 18,
					leadOrganisationId: partner.organisationId,
					version: 2
				}
			]);
		}));

	test('with every mistake at once are refused with every reason, and nothing changes', () =>
		withDatabase(async (db) => {
			const { leader, task } = await aPlan(db);
			await addTask(db, leader, task, NOW);
			const before = await contentsOf(db, TABLES);
			const wrong = { ...task, startMonth: 40, endMonth: 3 };
			expect(await codesOf(addTask(db, leader, wrong, NOW))).toEqual([
				'task-number-taken',
				'months-reversed',
				'month-outside-project'
			]);
			const misnamed = { ...task, number: 'T5.1' };
			expect(await codesOf(addTask(db, leader, misnamed, NOW))).toEqual(['task-number-shape']);
			expect(await contentsOf(db, TABLES)).toBe(before);
		}));

	test('never get a lead from another project', () =>
		withDatabase(async (db) => {
			const { leader, task } = await aPlan(db);
			const foreign = await anOrganisation(db, { projectId: (await aProject(db)).id });
			const before = await contentsOf(db, TABLES);
			const input = { ...task, leadOrganisationId: foreign.id };
			await expect(addTask(db, leader, input, NOW)).rejects.toThrow(NotFound);
			expect(await contentsOf(db, TABLES)).toBe(before);
		}));
});
