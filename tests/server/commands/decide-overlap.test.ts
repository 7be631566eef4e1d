import { describe, expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { Conflict, NotFound } from '#lib/domain/reasons.ts';
import { decideOverlap } from '#lib/server/commands/decide-overlap.ts';
import { refreshOverlaps } from '#lib/server/commands/refresh-overlaps.ts';
import { listOverlaps } from '#lib/server/queries/list-overlaps.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anEntry } from '#tests/support/builders/an-entry.ts';
import { codesOf } from '#tests/support/codes-of.ts';
import { withDatabase } from '#tests/support/database.ts';
import { contentsOf } from '#tests/support/table-contents.ts';

const WATER = 'learning-outcomes.en: arid laboratory monitoring quality regions sample water';
const ALGORITHM = { overlapPercent: 45 };
const TABLES = ['entryOverlap', 'entryBody', 'contribution', 'auditEvent'] as const;
const first = (page: number) => () => page;

async function twoAlike(db: Db) {
	const { id: projectId } = await aProject(db);
	const coordinator = await anActor(db, { projectId, role: 'coordinator', name: 'Ana' });
	const one = await anEntry(db, { projectId, entry: { tokens: WATER } });
	const other = await anEntry(db, { projectId, entry: { tokens: `${WATER} design` } });
	await anEntry(db, {
		projectId,
		entry: { tokens: 'learning-outcomes.en: bonds carbon credits finance green price' }
	});
	await refreshOverlaps(db, projectId, [one.id], ALGORITHM, NOW);
	const [overlap] = await db.selectFrom('entryOverlap').selectAll().execute();
	if (!overlap) throw new Error('the two are alike');
	return { projectId, coordinator, one, other, overlap };
}

const keep = { seen: '', decision: 'keep' as const, into: null, reason: 'Other learners' };

describe('an overlap', () => {
	test('is found once for two entries, and goes when their words part', () =>
		withDatabase(async (db) => {
			const { projectId, one, other } = await twoAlike(db);
			await refreshOverlaps(db, projectId, [other.id], ALGORITHM, NOW);
			expect(await db.selectFrom('entryOverlap').selectAll().execute()).toHaveLength(1);
			await db
				.updateTable('entry')
				.set({ tokens: 'learning-outcomes.en: solar grid plant inverter' })
				.where('itemId', '=', one.id)
				.execute();
			await refreshOverlaps(db, projectId, [one.id], ALGORITHM, NOW);
			const [row] = await db.selectFrom('entryOverlap').selectAll().execute();
			expect(row?.goneAt).toBe(NOW.toISOString());
		}));

	test('reads the words of an entry anew where they were kept before they stood by field', () =>
		withDatabase(async (db) => {
			const { id: projectId } = await aProject(db);
			const content = { title: { standing: 'value' as const, value: { en: 'Soil salinity of oases' } } };
			const one = await anEntry(db, { projectId, content, entry: { tokens: 'oases salinity soil' } });
			const other = await anEntry(db, { projectId, content, entry: { tokens: 'oases salinity soil' } });
			await refreshOverlaps(db, projectId, [one.id], ALGORITHM, NOW);
			const rows = await db.selectFrom('entry').select('tokens').execute();
			expect(rows.map(({ tokens }) => tokens)).toEqual(Array(2).fill('title.en: oases salinity soil'));
			const found = await db.selectFrom('entryOverlap').selectAll().execute();
			expect(found.map(({ firstItemId, secondItemId }) => [firstItemId, secondItemId].sort())).toEqual([
				[one.id, other.id].sort()
			]);
		}));

	test('with an entry that was merged or retired is none', () =>
		withDatabase(async (db) => {
			const { projectId, one, other, coordinator, overlap } = await twoAlike(db);
			await db.updateTable('item').set({ state: 'retired' }).where('id', '=', other.id).execute();
			const attempt = decideOverlap(db, coordinator, { ...keep, overlapId: overlap.id }, NOW);
			expect(await codesOf(attempt)).toEqual(['overlap-over']);
			await refreshOverlaps(db, projectId, [one.id], ALGORITHM, NOW);
			expect((await db.selectFrom('entryOverlap').selectAll().execute())[0]?.goneAt).not.toBeNull();
		}));

	test('is decided with a reason, and stays decided while the texts stay much as they are', () =>
		withDatabase(async (db) => {
			const { projectId, one, coordinator, overlap } = await twoAlike(db);
			await decideOverlap(db, coordinator, { ...keep, overlapId: overlap.id }, NOW);
			await db.updateTable('entry').set({ tokens: WATER }).where('itemId', '=', one.id).execute();
			await refreshOverlaps(db, projectId, [one.id], ALGORITHM, NOW);
			const asked = { entry: null, all: true, page: first(1) };
			expect((await listOverlaps(db, coordinator, { ...asked, show: 'open' })).total).toBe(0);
			const decided = await listOverlaps(db, coordinator, { ...asked, show: 'decided' });
			expect(decided.overlaps).toMatchObject([
				{ decision: 'keep', reason: 'Other learners', decidedBy: 'Ana' }
			]);
		}));

	test('to be awarded jointly makes the other owner an awarding body, on record', () =>
		withDatabase(async (db) => {
			const { coordinator, one, other, overlap } = await twoAlike(db);
			const joint = { overlapId: overlap.id, seen: '', decision: 'joint' as const, into: one.id, reason: '' };
			expect(await decideOverlap(db, coordinator, joint, NOW)).toEqual({
				decision: 'joint',
				stays: one.code,
				other: other.code
			});
			const bodies = await db.selectFrom('entryBody').select(['itemId', 'organisationId']).execute();
			expect(bodies).toEqual([{ itemId: one.id, organisationId: other.leadOrganisationId }]);
			const acts = await db.selectFrom('auditEvent').select(['act', 'recordLabel']).execute();
			expect(acts).toContainEqual({ act: 'overlap:decide', recordLabel: one.code });
		}));

	test('within one organisation cannot be awarded jointly, and what stays has to be said', () =>
		withDatabase(async (db) => {
			const { coordinator, one, other, overlap } = await twoAlike(db);
			await db
				.updateTable('item')
				.set({ leadOrganisationId: one.leadOrganisationId })
				.where('id', '=', other.id)
				.execute();
			const before = await contentsOf(db, TABLES);
			const joint = { overlapId: overlap.id, seen: '', decision: 'joint' as const, into: null, reason: '' };
			expect(await codesOf(decideOverlap(db, coordinator, joint, NOW))).toEqual([
				'overlap-same-owner',
				'overlap-into-missing'
			]);
			expect(await contentsOf(db, TABLES)).toBe(before);
		}));

	test('that somebody else decided meanwhile is not decided over', () =>
		withDatabase(async (db) => {
			const { coordinator, overlap } = await twoAlike(db);
			await decideOverlap(db, coordinator, { ...keep, overlapId: overlap.id }, NOW);
			const before = await contentsOf(db, TABLES);
			const again = { ...keep, reason: 'Other reason', overlapId: overlap.id };
			await expect(decideOverlap(db, coordinator, again, NOW)).rejects.toThrow(Conflict);
			expect(await contentsOf(db, TABLES)).toBe(before);
			await decideOverlap(db, coordinator, { ...again, seen: NOW.toISOString() }, NOW);
		}));

	test('is decided by nobody but the coordinator and the leader of the catalogue’s work package', () =>
		withDatabase(async (db) => {
			const { projectId, one, overlap } = await twoAlike(db);
			const before = await contentsOf(db, TABLES);
			const input = { ...keep, overlapId: overlap.id };
			const partner = await anActor(db, { projectId, organisationId: one.leadOrganisationId ?? '' });
			expect(await codesOf(decideOverlap(db, partner, input, NOW))).toEqual(['role-needed']);
			const stranger = await anActor(db, { projectId: (await aProject(db)).id, role: 'coordinator' });
			await expect(decideOverlap(db, stranger, input, NOW)).rejects.toThrow(NotFound);
			expect(await contentsOf(db, TABLES)).toBe(before);
			const scope = { type: 'work-package' as const, id: one.workPackageId };
			await decideOverlap(db, await anActor(db, { projectId, role: 'wp-leader', scope }), input, NOW);
		}));
});
