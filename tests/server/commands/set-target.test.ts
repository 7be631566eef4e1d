import { describe, expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { Conflict, NotFound } from '#lib/domain/reasons.ts';
import { changeTarget } from '#lib/server/commands/change-target.ts';
import { endTarget } from '#lib/server/commands/end-target.ts';
import { setTarget } from '#lib/server/commands/set-target.ts';
import { listTargets } from '#lib/server/queries/list-targets.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { aTarget } from '#tests/support/builders/a-target.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { codesOf } from '#tests/support/codes-of.ts';
import { withDatabase } from '#tests/support/database.ts';
import { contentsOf } from '#tests/support/table-contents.ts';

const WANTED = {
	title: 'In the catalogue by the end of 2026',
	scope: { scopeKind: 'project' as const, scopeCode: '' },
	measure: 'entries' as const,
	amount: 40,
	dueOn: '2026-12-31',
	countingState: 'catalogue-ready'
};
const TABLES = ['catalogueTarget', 'auditEvent'] as const;

async function aConsortium(db: Db) {
	const { id: projectId } = await aProject(db);
	const coordinator = await anActor(db, { projectId, role: 'coordinator', name: 'Ana' });
	return { projectId, coordinator };
}

describe('a target', () => {
	test('is set by the coordinator, for any part of the catalogue', () =>
		withDatabase(async (db) => {
			const { projectId, coordinator } = await aConsortium(db);
			const { id: scopeCode } = await anOrganisation(db, { projectId, country: 'KZ' });
			await setTarget(db, coordinator, WANTED, NOW);
			await setTarget(db, coordinator, { ...WANTED, scope: { scopeKind: 'country', scopeCode: 'KZ' } }, NOW);
			await setTarget(
				db,
				coordinator,
				{ ...WANTED, measure: 'ects', amount: 7.5, scope: { scopeKind: 'organisation', scopeCode } },
				NOW
			);
			const targets = await listTargets(db, projectId);
			expect(targets.map(({ scopeKind, amount, setBy }) => [scopeKind, amount, setBy])).toEqual(
				expect.arrayContaining([
					['project', 40, 'Ana'],
					['country', 40, 'Ana'],
					['organisation', 7.5, 'Ana']
				])
			);
			const acts = await db.selectFrom('auditEvent').select('act').execute();
			expect(acts.map(({ act }) => act)).toEqual(['target:set', 'target:set', 'target:set']);
		}));

	test('cannot be set for the past, for a step or a part that is not there, nor twice', () =>
		withDatabase(async (db) => {
			const { projectId, coordinator } = await aConsortium(db);
			await aTarget(db, { projectId });
			const foreign = await anOrganisation(db, { projectId: (await aProject(db)).id });
			const before = await contentsOf(db, TABLES);
			const attempt = (given: Partial<typeof WANTED>) =>
				codesOf(setTarget(db, coordinator, { ...WANTED, ...given }, NOW));
			expect(await attempt({})).toEqual(['target-exists']);
			expect(await attempt({ dueOn: '2026-06-14' })).toEqual(['target-due-passed']);
			expect(await attempt({ countingState: 'finished' })).toEqual(['target-state-unknown']);
			expect(await attempt({ amount: 7.5, dueOn: '2027-01-31' })).toEqual(['target-entries-whole']);
			for (const scope of [
				{ scopeKind: 'organisation', scopeCode: foreign.id },
				{ scopeKind: 'country', scopeCode: 'CY' },
				{ scopeKind: 'theme', scopeCode: 'none' },
				{ scopeKind: 'level', scopeCode: '9' },
				{ scopeKind: 'project', scopeCode: 'KZ' }
			] as const)
				expect(await codesOf(setTarget(db, coordinator, { ...WANTED, scope }, NOW))).toEqual([
					'target-scope-unknown'
				]);
			expect(await contentsOf(db, TABLES)).toBe(before);
		}));

	test('is nobody else’s to set, change or end', () =>
		withDatabase(async (db) => {
			const { projectId } = await aConsortium(db);
			const { id: targetId } = await aTarget(db, { projectId });
			const before = await contentsOf(db, TABLES);
			for (const role of ['national-coordinator', 'wp-leader', 'partner', 'qa-lead', 'observer'] as const) {
				const actor = await anActor(db, { projectId, role });
				const said = { targetId, version: 1, reason: 'Other plans' };
				expect(await codesOf(setTarget(db, actor, WANTED, NOW))).toEqual(['role-needed']);
				expect(await codesOf(changeTarget(db, actor, { ...WANTED, ...said }, NOW))).toEqual(['role-needed']);
				expect(await codesOf(endTarget(db, actor, said, NOW))).toEqual(['role-needed']);
			}
			expect(await contentsOf(db, TABLES)).toBe(before);
		}));

	test('that is changed stays in the history as it was, with the reason', () =>
		withDatabase(async (db) => {
			const { projectId, coordinator } = await aConsortium(db);
			const { id: targetId } = await aTarget(db, { projectId });
			const change = { title: 'By March', amount: 12, dueOn: '2027-03-31', targetId, version: 1 };
			const { id } = await changeTarget(db, coordinator, { ...change, reason: 'Decision 7' }, NOW);
			const targets = await listTargets(db, projectId);
			expect(targets).toMatchObject([
				{ id: targetId, amount: 10, dueOn: '2026-12-31', endReason: 'Decision 7', endedBy: 'Ana' },
				{ id, amount: 12, dueOn: '2027-03-31', endedAt: null, replacesId: targetId, version: 2 }
			]);
		}));

	test('that two people change at once is changed by one, and the other is shown what stands now', () =>
		withDatabase(async (db) => {
			const { projectId, coordinator } = await aConsortium(db);
			const { id: targetId } = await aTarget(db, { projectId });
			const change = { ...WANTED, targetId, version: 1, reason: 'More' };
			await changeTarget(db, coordinator, { ...change, amount: 12 }, NOW);
			const before = await contentsOf(db, TABLES);
			const problem = await changeTarget(db, coordinator, { ...change, amount: 15 }, NOW).catch(
				(thrown: unknown) => thrown
			);
			expect(problem).toBeInstanceOf(Conflict);
			expect(problem).toMatchObject({ theirs: { amount: '12', dueOn: '2026-12-31' } });
			await expect(endTarget(db, coordinator, change, NOW)).rejects.toThrow(Conflict);
			expect(await contentsOf(db, TABLES)).toBe(before);
		}));

	test('that does not change, or is not of this project, is refused', () =>
		withDatabase(async (db) => {
			const { projectId, coordinator } = await aConsortium(db);
			const { id: targetId } = await aTarget(db, { projectId });
			const foreign = await aTarget(db, { projectId: (await aProject(db)).id });
			const before = await contentsOf(db, TABLES);
			const same = { ...WANTED, amount: 10, version: 1, reason: 'None' };
			expect(await codesOf(changeTarget(db, coordinator, { ...same, targetId }, NOW))).toEqual([
				'target-unchanged'
			]);
			const other = { ...same, targetId: foreign.id };
			await expect(changeTarget(db, coordinator, other, NOW)).rejects.toThrow(NotFound);
			await expect(endTarget(db, coordinator, other, NOW)).rejects.toThrow(NotFound);
			expect(await contentsOf(db, TABLES)).toBe(before);
		}));

	test('that is ended may be set again', () =>
		withDatabase(async (db) => {
			const { projectId, coordinator } = await aConsortium(db);
			const { id: targetId } = await aTarget(db, { projectId });
			await endTarget(db, coordinator, { targetId, version: 1, reason: 'Merged with another' }, NOW);
			await setTarget(db, coordinator, WANTED, NOW);
			expect((await listTargets(db, projectId)).map(({ endReason }) => endReason).sort()).toEqual([
				'Merged with another',
				null
			]);
		}));
});
