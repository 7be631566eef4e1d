import { describe, expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import type { Actor, Role } from '#lib/domain/roles.ts';
import { readEvidenceList } from '#lib/schemas/evidence.ts';
import { findEvidenceFile } from '#lib/server/queries/find-evidence-file.ts';
import { listEvidence } from '#lib/server/queries/list-evidence.ts';
import { listItems } from '#lib/server/queries/list-items.ts';
import { aDeliverable } from '#tests/support/builders/a-deliverable.ts';
import { aMeans } from '#tests/support/builders/a-means.ts';
import { aMilestone } from '#tests/support/builders/a-milestone.ts';
import { aProject, NOW, TODAY } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anEvidenceUse, aVersion, someEvidence } from '#tests/support/builders/some-evidence.ts';
import { withDatabase } from '#tests/support/database.ts';

const reads = async (db: Db, actor: Actor, id: string) =>
	(await findEvidenceFile(db, actor, id)) !== undefined;
const listed = async (db: Db, actor: Actor) =>
	(await listEvidence(db, actor, readEvidenceList(new URL('http://localhost/')))).rows.map(({ id }) => id);

/** An accepted deliverable that is sensitive, with a file in its last version and one in the version before. */
async function aStage(db: Db) {
	const { id: projectId } = await aProject(db);
	const author = await anActor(db, { projectId });
	const lead = { projectId, leadOrganisationId: author.organisationId };
	const sensitive = { disseminationLevel: 'SEN' };
	const item = await aDeliverable(db, { ...lead, state: 'accepted', deliverable: sensitive });
	const other = await aDeliverable(db, { ...lead, state: 'accepted', deliverable: sensitive });
	const inVersion = async (itemId: string, number: number) => {
		const { id: versionId } = await aVersion(db, author, { itemId, number });
		const { id } = await someEvidence(db, author, { level: 'SEN' });
		await anEvidenceUse(db, author, { evidenceId: id, itemId, purpose: 'version', versionId });
		return id;
	};
	const draft = await inVersion(item.id, 1);
	const final = await inVersion(item.id, 2);
	const elsewhere = await inVersion(other.id, 1);
	const { id: support } = await someEvidence(db, author, { level: 'SEN' });
	await anEvidenceUse(db, author, { evidenceId: support, itemId: item.id });
	const granted = (role: Role, id = item.id) => anActor(db, { projectId, role, scope: { type: 'item', id } });
	return { projectId, author, item, other, draft, final, elsewhere, support, granted };
}

describe('a grant for one item', () => {
	test('shows an observer the sensitive files of its accepted version, and nothing else', () =>
		withDatabase(async (db) => {
			const { projectId, item, draft, final, elsewhere, support, granted } = await aStage(db);
			const observer = await granted('observer');
			const answers = [];
			for (const id of [final, draft, support, elsewhere]) answers.push(await reads(db, observer, id));
			expect(answers).toEqual([true, false, false, false]);
			expect(await listed(db, observer)).toEqual([final]);
			const items = await listItems(db, observer, { today: TODAY, soonDays: 14 });
			expect(items.map(({ id }) => id)).toEqual([item.id]);
			expect(await reads(db, await anActor(db, { projectId, role: 'observer' }), final)).toBe(false);
		}));

	test('shows an observer nothing before it is final', () =>
		withDatabase(async (db) => {
			const { item, final, granted } = await aStage(db);
			const observer = await granted('observer');
			await db.updateTable('item').set({ state: 'submitted' }).where('id', '=', item.id).execute();
			expect(await reads(db, observer, final)).toBe(false);
			expect(await listed(db, observer)).toEqual([]);
			expect(await listItems(db, observer, { today: TODAY, soonDays: 14 })).toEqual([]);
		}));

	test('opens the item to its evaluator and its observer although the access list names neither organisation', () =>
		withDatabase(async (db) => {
			const { projectId, author, item, final, elsewhere, granted } = await aStage(db);
			const named = { itemId: item.id, organisationId: author.organisationId };
			await db
				.insertInto('itemAccess')
				.values({ ...named, grantedBy: author.personId, grantedAt: NOW.toISOString() })
				.execute();
			for (const role of ['external-evaluator', 'observer'] as const) {
				const outsider = await granted(role);
				expect([role, await reads(db, outsider, final)]).toEqual([role, true]);
				expect([role, await reads(db, outsider, elsewhere)]).toEqual([role, false]);
			}
			const whole = await anActor(db, { projectId, role: 'external-evaluator' });
			expect(await reads(db, whole, final)).toBe(false);
		}));

	test('shows an observer the sensitive proof of a declared milestone', () =>
		withDatabase(async (db) => {
			const { projectId, author, granted } = await aStage(db);
			const { id: itemId } = await aMilestone(db, { projectId, state: 'declared' });
			const means = await aMeans(db, { projectId, itemId, position: 1, text: 'Minutes' });
			const { id } = await someEvidence(db, author, { level: 'SEN' });
			await anEvidenceUse(db, author, { evidenceId: id, itemId, purpose: 'means', meansId: means.id });
			expect(await reads(db, await granted('observer', itemId), id)).toBe(true);
			expect(await reads(db, await granted('observer'), id)).toBe(false);
			await db.updateTable('item').set({ state: 'verified' }).where('id', '=', itemId).execute();
			expect(await reads(db, await granted('observer', itemId), id)).toBe(false);
		}));
});

test('what an organisation has not used yet is for who works there, not for who observes or looks from within it', () =>
	withDatabase(async (db) => {
		const { projectId, author } = await aStage(db);
		const { id } = await someEvidence(db, author, { level: 'SEN' });
		const { organisationId } = author;
		const colleague = await anActor(db, { projectId, organisationId });
		const observer = await anActor(db, { projectId, organisationId, role: 'observer' });
		const admin = await anActor(db, { projectId, organisationId, role: 'admin' });
		const looking = { ...admin, grants: admin.grants.map((grant) => ({ ...grant, by: 'look' as const })) };
		const answers = [];
		for (const actor of [colleague, observer, admin, looking]) answers.push(await reads(db, actor, id));
		expect(answers).toEqual([true, false, false, false]);
	}));
