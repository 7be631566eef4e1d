import { describe, expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import type { Actor, Role } from '#lib/domain/roles.ts';
import { updateDeliverablePlan } from '#lib/server/commands/update-deliverable-plan.ts';
import { findEvidenceFile } from '#lib/server/queries/find-evidence-file.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { aMilestone } from '#tests/support/builders/a-milestone.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anEvidenceUse, aVersion, someEvidence } from '#tests/support/builders/some-evidence.ts';
import { withDatabase } from '#tests/support/database.ts';

const reads = async (db: Db, actor: Actor, id: string) =>
	(await findEvidenceFile(db, actor, id)) !== undefined;

async function aSetting(db: Db) {
	const { id: projectId } = await aProject(db);
	const author = await anActor(db, { projectId });
	const item = await aDeliverable(db, { projectId, leadOrganisationId: author.organisationId });
	return { projectId, author, item };
}

describe('a file of evidence', () => {
	test('is not found from another project', () =>
		withDatabase(async (db) => {
			const { author, item } = await aSetting(db);
			const stranger = await anActor(db, { projectId: (await aProject(db)).id, role: 'coordinator' });
			const { id } = await someEvidence(db, author);
			await anEvidenceUse(db, author, { evidenceId: id, itemId: item.id });
			expect(await reads(db, author, id)).toBe(true);
			expect(await reads(db, stranger, id)).toBe(false);
		}));

	test('that is used nowhere is read by those who added it and by the coordinator', () =>
		withDatabase(async (db) => {
			const { projectId, author } = await aSetting(db);
			const { id } = await someEvidence(db, author);
			const roles = ['coordinator', 'partner', 'qa-lead', 'observer'] as const;
			const answers: boolean[] = [];
			for (const role of roles) answers.push(await reads(db, await anActor(db, { projectId, role }), id));
			expect(answers).toEqual([true, false, false, false]);
			expect(await reads(db, author, id)).toBe(true);
		}));

	test('is open to an observer only as a public file of the accepted version', () =>
		withDatabase(async (db) => {
			const { projectId, author } = await aSetting(db);
			const observer = await anActor(db, { projectId, role: 'observer' });
			const item = await aDeliverable(db, {
				projectId,
				state: 'accepted',
				leadOrganisationId: author.organisationId
			});
			const draft = await aVersion(db, author, { itemId: item.id, number: 1 });
			const final = await aVersion(db, author, { itemId: item.id, number: 2 });
			const read = async (
				level: 'PU' | 'SEN',
				use: { purpose: 'version' | 'support'; versionId: string | null }
			) => {
				const { id } = await someEvidence(db, author, { level });
				await anEvidenceUse(db, author, { evidenceId: id, itemId: item.id, ...use });
				return reads(db, observer, id);
			};
			expect(await read('PU', { purpose: 'version', versionId: final.id })).toBe(true);
			expect(await read('SEN', { purpose: 'version', versionId: final.id })).toBe(false);
			expect(await read('PU', { purpose: 'version', versionId: draft.id })).toBe(false);
			expect(await read('PU', { purpose: 'support', versionId: null })).toBe(false);

			await db.updateTable('item').set({ state: 'submitted' }).where('id', '=', item.id).execute();
			expect(await read('PU', { purpose: 'version', versionId: final.id })).toBe(false);
		}));

	test('of a sensitive item without an access list is read by participants, and by reviewers of that very item', () =>
		withDatabase(async (db) => {
			const { projectId, author, item } = await aSetting(db);
			const { id } = await someEvidence(db, author, { level: 'SEN' });
			await anEvidenceUse(db, author, { evidenceId: id, itemId: item.id });
			const expected: [Role, boolean, { type: 'item'; id: string }?][] = [
				['coordinator', true],
				['national-coordinator', true],
				['wp-leader', true],
				['partner', true],
				['qa-lead', true],
				['qa-reviewer', false],
				['external-evaluator', true, { type: 'item', id: item.id }],
				['external-evaluator', false, { type: 'item', id: 'another' }],
				['observer', false],
				['admin', false]
			];
			const answers: [Role, boolean][] = [];
			for (const [role, , scope] of expected) {
				const actor = await anActor(db, { projectId, role, ...(scope && { scope }) });
				answers.push([role, await reads(db, actor, id)]);
			}
			expect(answers).toEqual(expected.map(([role, isRead]) => [role, isRead]));

			const reviewer = await anActor(db, { projectId, role: 'qa-reviewer' });
			const other = await aDeliverable(db, { projectId });
			const assigned = {
				projectId,
				personId: reviewer.personId,
				kind: 'signing',
				assignedBy: author.personId,
				assignedAt: NOW.toISOString()
			} as const;
			const assign = (itemId: string) =>
				db
					.insertInto('reviewAssignment')
					.values({ ...assigned, id: `of-${itemId}`, itemId })
					.execute();
			await assign(other.id);
			expect(await reads(db, reviewer, id)).toBe(false);
			await assign(item.id);
			expect(await reads(db, reviewer, id)).toBe(true);

			const look = { id: 'look', role: 'admin', scopeType: 'project', scopeId: null, by: 'look' } as const;
			const admin = await anActor(db, { projectId, role: 'admin' });
			expect(await reads(db, { ...admin, grants: [look] }, id)).toBe(false);
		}));

	test('of a sensitive item with an access list is read only by those on it and by its guardians', () =>
		withDatabase(async (db) => {
			const { projectId, author, item } = await aSetting(db);
			const { id } = await someEvidence(db, author, { level: 'SEN' });
			await anEvidenceUse(db, author, { evidenceId: id, itemId: item.id });
			const partner = await anActor(db, { projectId });
			const listed = await anActor(db, { projectId });
			expect(await reads(db, partner, id)).toBe(true);

			const row = { itemId: item.id, organisationId: listed.organisationId, grantedBy: author.personId };
			await db
				.insertInto('itemAccess')
				.values({ ...row, grantedAt: NOW.toISOString() })
				.execute();
			const reviewer = await anActor(db, { projectId, role: 'qa-reviewer' });
			const assignment = {
				id: 'r',
				projectId,
				itemId: item.id,
				personId: reviewer.personId,
				kind: 'signing' as const
			};
			expect(await reads(db, reviewer, id)).toBe(false);
			await db
				.insertInto('reviewAssignment')
				.values({ ...assignment, assignedBy: author.personId, assignedAt: NOW.toISOString() })
				.execute();
			expect(await reads(db, reviewer, id)).toBe(true);
			expect(await reads(db, partner, id)).toBe(false);
			expect(await reads(db, listed, id)).toBe(true);
			expect(await reads(db, author, id)).toBe(true);
			for (const role of ['coordinator', 'qa-lead'] as const)
				expect(await reads(db, await anActor(db, { projectId, role }), id)).toBe(true);
		}));

	test('follows its deliverable when that becomes sensitive, so that the access list holds for earlier uploads', () =>
		withDatabase(async (db) => {
			const { projectId, author, item } = await aSetting(db);
			const coordinator = await anActor(db, { projectId, role: 'coordinator' });
			const version = await aVersion(db, author, { itemId: item.id });
			const { id } = await someEvidence(db, author, { level: 'PU' });
			await anEvidenceUse(db, author, {
				evidenceId: id,
				itemId: item.id,
				purpose: 'version',
				versionId: version.id
			});
			const { version: seen } = await db.selectFrom('item').select('version').executeTakeFirstOrThrow();
			const plan = { itemId: item.id, version: seen, type: 'R', level: 'SEN', description: '' };
			await updateDeliverablePlan(db, coordinator, plan, NOW);
			const access = { organisationId: author.organisationId, grantedBy: coordinator.personId };
			await db
				.insertInto('itemAccess')
				.values({ itemId: item.id, ...access, grantedAt: NOW.toISOString() })
				.execute();
			expect(await reads(db, await anActor(db, { projectId }), id)).toBe(false);
			expect(await reads(db, author, id)).toBe(true);
		}));

	test('that is sensitive is read by an external evaluator within the grant only', () =>
		withDatabase(async (db) => {
			const { projectId, author } = await aSetting(db);
			const milestone = await aMilestone(db, { projectId, leadOrganisationId: author.organisationId });
			const { id } = await someEvidence(db, author, { level: 'SEN' });
			await anEvidenceUse(db, author, { evidenceId: id, itemId: milestone.id });
			const role = 'external-evaluator';
			const elsewhere = await anActor(db, { projectId, role, scope: { type: 'item', id: 'another' } });
			const here = await anActor(db, { projectId, role, scope: { type: 'item', id: milestone.id } });
			expect(await reads(db, elsewhere, id)).toBe(false);
			expect(await reads(db, here, id)).toBe(true);
		}));

	test('whose use was removed is no longer read through that item', () =>
		withDatabase(async (db) => {
			const { projectId, author, item } = await aSetting(db);
			const { id } = await someEvidence(db, author);
			const removedAt = NOW.toISOString();
			await anEvidenceUse(db, author, { evidenceId: id, itemId: item.id, removedAt });
			expect(await reads(db, await anActor(db, { projectId }), id)).toBe(false);
		}));

	test('that was withdrawn is found with who withdrew it, when and why', () =>
		withDatabase(async (db) => {
			const { author, item } = await aSetting(db);
			const { id } = await someEvidence(db, author);
			await anEvidenceUse(db, author, { evidenceId: id, itemId: item.id });
			const withdrawn = {
				withdrawnAt: NOW.toISOString(),
				withdrawnBy: author.personId,
				withdrawnReason: 'wrong list'
			};
			await db.updateTable('evidence').set(withdrawn).where('id', '=', id).execute();
			const found = await findEvidenceFile(db, author, id);
			expect(found).toMatchObject({ withdrawnReason: 'wrong list', withdrawnBy: author.name });
		}));
});
