import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { createEntry } from '#lib/server/commands/create-entry.ts';
import { setElement, type SetElement } from '#lib/server/commands/set-element.ts';
import { findEntryFacts } from '#lib/server/queries/find-entry-facts.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { aWorkPackage } from '#tests/support/builders/a-work-package.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { anEntry } from '#tests/support/builders/an-entry.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { withDatabase } from '#tests/support/database.ts';
import { refused } from '#tests/support/refused.ts';

async function aCatalogue(db: Db) {
	const { id: projectId } = await aProject(db);
	await aWorkPackage(db, { projectId, number: 4 });
	const owner = await anOrganisation(db, { projectId, code: 'kaz-nu', acronym: 'KazNU' });
	const author = await anActor(db, { projectId, organisationId: owner.id });
	return { projectId, owner, author };
}

const idea = (organisationId: string) => ({
	organisationId,
	title: 'Water quality',
	language: 'en',
	theme: ''
});

test('an entry starts with its title, its owner and a number of its own', () =>
	withDatabase(async (db) => {
		const { projectId, owner, author } = await aCatalogue(db);
		const first = await createEntry(db, author, idea(owner.id), NOW);
		const second = await createEntry(db, author, { ...idea(owner.id), title: 'Soil' }, NOW);
		expect([first.code, second.code]).toEqual(['MC-KAZNU-01', 'MC-KAZNU-02']);
		const found = await findEntryFacts(db, projectId, { code: 'MC-KAZNU-01' });
		expect(found?.item).toMatchObject({
			state: 'idea',
			title: 'Water quality',
			leadOrganisationId: owner.id
		});
		expect(found?.facts.content.title).toEqual({ standing: 'value', value: { en: 'Water quality' } });
		expect(found?.history.contributions.map(({ kind }) => kind).sort()).toEqual(['author', 'lead']);
	}));

test('nobody starts an entry for another organisation', () =>
	withDatabase(async (db) => {
		const { owner, projectId } = await aCatalogue(db);
		const stranger = await anActor(db, { projectId });
		expect(await refused(db, () => createEntry(db, stranger, idea(owner.id), NOW))).toEqual(['out-of-scope']);
		expect(await db.selectFrom('entry').selectAll().execute()).toEqual([]);
	}));

test('without the work package of the catalogue no entry can start', () =>
	withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		const author = await anActor(db, { projectId });
		const start = () => createEntry(db, author, idea(author.organisationId), NOW);
		expect(await refused(db, start)).toEqual(['catalogue-package-missing']);
	}));

async function anEditable(db: Db) {
	const { projectId, owner, author } = await aCatalogue(db);
	const entry = await anEntry(db, { projectId, leadOrganisationId: owner.id });
	const edit = (element: SetElement['element'], value: unknown, version = 0): SetElement => {
		return { itemId: entry.id, element, standing: 'value', value, reason: '', version };
	};
	const rows = () =>
		db.selectFrom('entryElement').selectAll().orderBy('element').orderBy('version').execute();
	return { projectId, entry, author, edit, rows };
}

test('each change is a version, and what lists show follows it', () =>
	withDatabase(async (db) => {
		const { projectId, entry, author, edit, rows } = await anEditable(db);
		await setElement(db, author, edit('title', { kk: 'Су сапасы', en: '' }), NOW);
		await setElement(db, author, edit('title', { kk: 'Су сапасы', en: 'Water' }, 1), NOW);
		await setElement(db, author, edit('workload', { hours: 75, ects: 3 }), NOW);
		await setElement(db, author, edit('sdgs', [6, 13]), NOW);
		expect((await rows()).filter((row) => row.element === 'title')).toMatchObject([
			{ version: 1, untilAt: NOW.toISOString(), value: '{"kk":"Су сапасы"}' },
			{ version: 2, untilAt: null, setBy: author.personId }
		]);
		const found = await findEntryFacts(db, projectId, { id: entry.id });
		expect(found?.item.title).toBe('Water');
		expect(found?.item.search).toContain('су сапасы');
		expect(found?.entry).toMatchObject({ ects: 3, tokens: 'title.en: water\ntitle.kk: сапасы' });
		const tags = await db.selectFrom('entryTag').select(['kind', 'code']).orderBy('code').execute();
		expect(tags).toEqual([
			{ kind: 'sdg', code: '13' },
			{ kind: 'sdg', code: '6' }
		]);
	}));

test('what stands already is no change, whatever version was seen', () =>
	withDatabase(async (db) => {
		const { author, edit, rows } = await anEditable(db);
		await setElement(db, author, edit('grading', 'Pass or fail'), NOW);
		expect(await setElement(db, author, edit('grading', ' Pass or fail '), NOW)).toEqual({
			version: 1,
			changed: false,
			outcome: 'untouched'
		});
		expect(await rows()).toHaveLength(1);
	}));

test('who writes over what somebody else wrote meanwhile is told both texts', () =>
	withDatabase(async (db) => {
		const { author, edit, rows } = await anEditable(db);
		await setElement(db, author, edit('grading', 'Pass or fail'), NOW);
		await expect(setElement(db, author, edit('grading', 'ECTS grades'), NOW)).rejects.toMatchObject({
			theirs: { version: '1', standing: 'value', value: '"Pass or fail"' }
		});
		expect(await rows()).toHaveLength(1);
	}));

test('an emptied element is empty again, and one that does not apply says why', () =>
	withDatabase(async (db) => {
		const { author, edit, rows } = await anEditable(db);
		await setElement(db, author, edit('grading', 'Pass or fail'), NOW);
		await setElement(db, author, edit('grading', '', 1), NOW);
		const away = { ...edit('grading', null, 2), standing: 'not-applicable' } as const;
		expect(await refused(db, () => setElement(db, author, away, NOW))).toEqual(['element-reason-needed']);
		await setElement(db, author, { ...away, reason: 'Only attested' }, NOW);
		expect((await rows()).map(({ standing }) => standing)).toEqual(['value', 'empty', 'not-applicable']);
	}));

test('a value of another shape is refused', () =>
	withDatabase(async (db) => {
		const { author, edit, rows } = await anEditable(db);
		expect(await refused(db, () => setElement(db, author, edit('sdgs', [99]), NOW))).toEqual([
			'element-unfit'
		]);
		expect(await rows()).toEqual([]);
	}));

test.each(['on-hold', 'merged', 'retired'])('an entry that is %s stays as it is', (state) =>
	withDatabase(async (db) => {
		const { author, edit, entry, rows } = await anEditable(db);
		await db.updateTable('item').set({ state }).where('id', '=', entry.id).execute();
		expect(await refused(db, () => setElement(db, author, edit('grading', 'Pass'), NOW))).toEqual([
			'entry-locked'
		]);
		expect(await rows()).toEqual([]);
	})
);

test('who neither owns nor contributes edits nothing', () =>
	withDatabase(async (db) => {
		const { projectId, edit, rows } = await anEditable(db);
		const stranger = await anActor(db, { projectId });
		expect(await refused(db, () => setElement(db, stranger, edit('grading', 'Pass'), NOW))).toEqual([
			'out-of-scope'
		]);
		expect(await rows()).toEqual([]);
	}));
