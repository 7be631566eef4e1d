import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { gapsOf } from '#lib/domain/catalogue/gaps.ts';
import { PROPOSED_ALGORITHM } from '#lib/domain/catalogue/proposed-algorithm.ts';
import type { EntryContent } from '#lib/domain/catalogue/content.ts';
import { parseGapReasons } from '#lib/schemas/catalogue/criteria.ts';
import { refreshGaps } from '#lib/server/commands/refresh-gaps.ts';
import { seedCriteria } from '#lib/server/commands/seed-criteria.ts';
import { listCriteria } from '#lib/server/queries/list-criteria.ts';
import { listEntryFacts } from '#lib/server/queries/list-entry-facts.ts';
import { anEntry } from '#tests/support/builders/an-entry.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { aProject, NOW, TODAY } from '#tests/support/builders/a-project.ts';
import { COMPLETE, someContent } from '#tests/support/catalogue-content.ts';
import { withDatabase } from '#tests/support/database.ts';

const inSeconds = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

async function aCatalogue(db: Db, contents: readonly EntryContent[]) {
	const { id: projectId } = await aProject(db);
	const { id: leadOrganisationId } = await anOrganisation(db, { projectId, country: 'KZ' });
	const ids: string[] = [];
	for (const content of contents)
		ids.push((await anEntry(db, { projectId, leadOrganisationId, content })).id);
	return { projectId, ids };
}

const rowsOf = (db: Db, projectId: string) =>
	db.selectFrom('entryGap').selectAll().where('projectId', '=', projectId).orderBy('openedAt').execute();

async function replaceContent(db: Db, itemId: string, content: EntryContent, at: string) {
	await db.deleteFrom('entryElement').where('itemId', '=', itemId).execute();
	for (const [element, held] of Object.entries(content)) {
		if (!held) continue;
		const value = held.standing === 'value' ? JSON.stringify(held.value) : 'null';
		const reason = held.standing === 'value' ? '' : held.reason;
		await db
			.insertInto('entryElement')
			.values({ itemId, element, version: 1, standing: held.standing, value, reason, setAt: at })
			.execute();
	}
}

test('a complete entry owes nothing, an empty one every element of every profile that applies to it', () =>
	withDatabase(async (db) => {
		const { projectId, ids } = await aCatalogue(db, [COMPLETE, {}]);
		await refreshGaps(db, projectId, ids, NOW);
		const rows = await rowsOf(db, projectId);
		const profiles = await listCriteria(db, projectId, TODAY);
		const asked = profiles
			.filter(({ country }) => country === null || country === 'KZ')
			.flatMap(({ inForce }) => inForce.rules)
			.filter(({ element }) => element !== 'country' && element !== 'awarding-body');
		expect(rows.filter(({ itemId }) => itemId === ids[0])).toEqual([]);
		expect(rows.filter(({ itemId }) => itemId === ids[1])).toHaveLength(asked.length);
		expect(new Set(rows.map(({ standing }) => standing))).toEqual(new Set(['missing']));
	}));

test('a gap keeps the day it was opened, and is closed when the element is there', () =>
	withDatabase(async (db) => {
		const { projectId, ids } = await aCatalogue(db, [{ ...COMPLETE, licence: undefined }]);
		const [id = ''] = ids;
		await refreshGaps(db, projectId, ids, NOW);
		await refreshGaps(db, projectId, 'all', inSeconds(1));
		expect(await rowsOf(db, projectId)).toMatchObject([
			{ element: 'licence', standing: 'missing', openedAt: NOW.toISOString(), closedAt: null }
		]);
		await replaceContent(db, id, COMPLETE, NOW.toISOString());
		await refreshGaps(db, projectId, ids, inSeconds(2));
		expect(await rowsOf(db, projectId)).toMatchObject([
			{ element: 'licence', openedAt: NOW.toISOString(), closedAt: inSeconds(2).toISOString() }
		]);
	}));

test('from missing to weak is a new gap; other reasons leave it open', () =>
	withDatabase(async (db) => {
		const { projectId, ids } = await aCatalogue(db, [{ ...COMPLETE, licence: undefined }]);
		const [id = ''] = ids;
		await refreshGaps(db, projectId, ids, NOW);
		for (const [seconds, value] of [
			[1, 'GPL'],
			[2, 'MIT']
		] as const) {
			const content: EntryContent = { ...COMPLETE, licence: { standing: 'value', value } };
			await replaceContent(db, id, content, NOW.toISOString());
			await refreshGaps(db, projectId, ids, inSeconds(seconds));
		}
		const rows = await rowsOf(db, projectId);
		expect(rows).toMatchObject([
			{ standing: 'missing', closedAt: inSeconds(1).toISOString() },
			{ standing: 'weak', openedAt: inSeconds(1).toISOString(), closedAt: null }
		]);
		expect(parseGapReasons(rows[1]?.reasons ?? '')).toEqual([{ code: 'not-in-vocabulary', values: ['MIT'] }]);
	}));

test.each(['merged', 'retired'])('an entry that is %s owes nothing any more', (state) =>
	withDatabase(async (db) => {
		const { projectId, ids } = await aCatalogue(db, [{}]);
		await refreshGaps(db, projectId, ids, NOW);
		await db.updateTable('item').set({ state }).where('id', 'in', ids).execute();
		await refreshGaps(db, projectId, ids, inSeconds(1));
		const rows = await rowsOf(db, projectId);
		expect(rows.length).toBeGreaterThan(0);
		expect(rows.filter(({ closedAt }) => closedAt === null)).toEqual([]);
	})
);

test('the proposed profiles are stored once, and the entries of another project are left alone', () =>
	withDatabase(async (db) => {
		const { projectId, ids } = await aCatalogue(db, [{}]);
		const other = await aCatalogue(db, [{}]);
		expect(await seedCriteria(db, projectId, NOW)).toBe(true);
		expect(await seedCriteria(db, projectId, NOW)).toBe(false);
		await refreshGaps(db, projectId, [...ids, ...other.ids], NOW);
		expect(await rowsOf(db, other.projectId)).toEqual([]);
		expect(
			(await listCriteria(db, projectId, TODAY)).map(({ code, inForce }) => [code, inForce.number])
		).toEqual([
			['eu-core', 1],
			['elm', 1],
			['moochub', 1],
			['national-kz', 1],
			['national-uz', 1]
		]);
	}));

test('after any edits the register says what the rules say', () =>
	withDatabase(async (db) => {
		const { projectId, ids } = await aCatalogue(db, [{}, {}, {}]);
		await refreshGaps(db, projectId, 'all', NOW);
		const profiles = await listCriteria(db, projectId, TODAY);
		const versions = profiles.map(({ country, inForce }) => ({
			id: inForce.id ?? '',
			country,
			rules: inForce.rules
		}));
		const edit = fc.record({ at: fc.nat({ max: 2 }), content: someContent });
		let seconds = 0;
		await fc.assert(
			fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
				for (const { at, content } of edits) {
					const id = ids[at] ?? '';
					await replaceContent(db, id, content, NOW.toISOString());
					await refreshGaps(db, projectId, [id], inSeconds((seconds += 1)));
				}
				const open = (await rowsOf(db, projectId)).filter(({ closedAt }) => closedAt === null);
				const registered = open.map(({ itemId, criteriaVersionId, element, standing, reasons }) => ({
					...{ itemId, criteriaVersionId, element, standing },
					reasons: parseGapReasons(reasons)
				}));
				const entries = await listEntryFacts(db, { ids });
				const owed = entries.flatMap((entry) => gapsOf(entry, versions, PROPOSED_ALGORITHM));
				const sorted = (gaps: readonly object[]) => gaps.map((gap) => JSON.stringify(gap)).sort();
				expect(sorted(registered)).toEqual(sorted(owed));
			}),
			{ numRuns: 25 }
		);
	}));
