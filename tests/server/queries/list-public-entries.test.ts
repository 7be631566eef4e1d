import { expect, test } from 'vitest';
import { readPublicFilter } from '#lib/domain/catalogue/public-filter.ts';
import { findPublicCatalogue } from '#lib/server/queries/find-public-catalogue.ts';
import { findPublicEntry } from '#lib/server/queries/find-public-entry.ts';
import { listPublicEntries } from '#lib/server/queries/list-public-entries.ts';
import { setElement } from '#lib/server/commands/set-element.ts';
import { aCatalogue } from '#tests/support/builders/a-catalogue.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { anEntry } from '#tests/support/builders/an-entry.ts';
import { anOrganisation } from '#tests/support/builders/an-organisation.ts';
import { withDatabase } from '#tests/support/database.ts';

const SINCE = '2026-05-01T10:00:00.000Z';
const published = { publicSince: SINCE };

test('only what was published leaves the consortium, and what was published stays when it is retired', async () => {
	await withDatabase(async (db) => {
		const project = await aProject(db);
		const projectId = project.id;
		const idea = await anEntry(db, { projectId });
		const open = await anEntry(db, { projectId, state: 'published', entry: published });
		const retired = await anEntry(db, { projectId, state: 'retired', entry: published });
		const elsewhere = await anEntry(db, { projectId: (await aProject(db)).id, entry: published });

		const found = await listPublicEntries(db, projectId);
		expect(found.map(({ code, ended }) => [code, ended]).sort()).toEqual(
			[
				[open.code, null],
				[retired.code, 'retired']
			].sort()
		);
		for (const { code } of [idea, elsewhere, { code: 'MC-NONE' }])
			expect(await findPublicEntry(db, project.slug, code)).toBeUndefined();
		expect((await findPublicEntry(db, project.slug, open.code))?.entry.id).toBe(open.id);
	});
});

test('nothing that is for the consortium and no mail address is in it', async () => {
	await withDatabase(async (db) => {
		const { id: projectId } = await aProject(db);
		await anEntry(db, {
			projectId,
			entry: published,
			content: {
				title: { standing: 'value', value: { en: 'Soil' } },
				description: { standing: 'value', value: { en: 'Write to\njane.roe@uni.example or call.' } },
				contact: { standing: 'value', value: 'Jane Roe, room 4' },
				need: { standing: 'value', value: { en: 'Jane Roe asked for it' } },
				cohorts: {
					standing: 'value',
					value: [{ name: 'Group of Jane Roe', startsOn: null, endsOn: null, enrolled: 9, completed: null }]
				}
			}
		});
		const text = JSON.stringify(await listPublicEntries(db, projectId));
		expect(text).toContain('Soil');
		expect(text).toContain('or call');
		expect(text).not.toMatch(/jane|@/i);
	});
});

test('a project that has published nothing looks exactly like one that does not exist', async () => {
	await withDatabase(async (db) => {
		const { id: projectId, slug } = await aProject(db);
		await anEntry(db, { projectId });
		const filter = readPublicFilter(new URLSearchParams());
		expect(await findPublicCatalogue(db, slug, filter)).toBeUndefined();
		expect(await findPublicCatalogue(db, 'nowhere', filter)).toBeUndefined();
	});
});

/** A title in every script, and how a visitor types a part of it on another keyboard. */
const TITLES = {
	kk: [
		'Қазақстан өңірлерінің су қоры',
		'Qazaqstan',
		'kazakhstan su qory',
		'казакстан онирлеринин',
		'СУ ҚОРЫ',
		'өңір'
	],
	uz: ['Oʻzbekistonda gʻalla yetishtirish', "o'zbekistonda", 'o‘zbekistonda g’alla', 'GALLA'],
	ru: ['Учёт воды в районе', 'uchet vody', 'учет', 'РАЙОНЕ', 'воды учёт'],
	el: ['Διαχείριση υδάτων της Κύπρου', 'διαχειριση', 'ΚΥΠΡΟΥ', 'υδατων'],
	es: ['Gestión de la cuenca', 'gestion', 'CUENCA'],
	en: ['Water accounting', 'WATER', 'accounting water']
} as const;

test('a search finds every title and awarding body in every script, however it is typed', async () => {
	await withDatabase(async (db) => {
		const { project, entry, author, kaznu } = await aCatalogue(db);
		const value = Object.fromEntries(Object.entries(TITLES).map(([code, [title]]) => [code, title]));
		const title = { element: 'title', standing: 'value', value, reason: '', version: 1 } as const;
		await setElement(db, author, { itemId: entry.id, ...title }, NOW);
		await db.updateTable('entry').set(published).where('itemId', '=', entry.id).execute();
		const other = await anEntry(db, { projectId: project.id, title: 'Beekeeping', entry: published });
		const codes = async (q: string) => {
			const filter = readPublicFilter(new URLSearchParams({ q }));
			return (await findPublicCatalogue(db, project.slug, filter))?.entries.map(({ code }) => code);
		};
		for (const typed of Object.values(TITLES).flat())
			expect([typed, await codes(typed)]).toEqual([typed, [entry.code]]);
		expect(await codes('qwerty')).toEqual([]);
		const { name } = await db
			.selectFrom('organisation')
			.select('name')
			.where('id', '=', kaznu.id)
			.executeTakeFirstOrThrow();
		for (const typed of ['KAZNU', 'казну', name])
			expect([typed, await codes(typed)]).toEqual([typed, [entry.code]]);
		expect((await codes(''))?.toSorted()).toEqual([entry.code, other.code].toSorted());
	});
});

test('a filter finds every body, form and country', async () => {
	await withDatabase(async (db) => {
		const { id: projectId, slug } = await aProject(db);
		const owner = await anOrganisation(db, { projectId, country: 'KZ' });
		const entry = await anEntry(db, {
			projectId,
			leadOrganisationId: owner.id,
			entry: published,
			content: { participation: { standing: 'value', value: ['blended'] } }
		});
		const codes = async (query: string) => {
			const found = await findPublicCatalogue(db, slug, readPublicFilter(new URLSearchParams(query)));
			return found?.entries.map(({ code }) => code);
		};
		for (const query of ['country=KZ', 'form=blended', ''])
			expect([query, await codes(query)]).toEqual([query, [entry.code]]);
		for (const query of ['country=UZ', 'form=online', 'language=kk'])
			expect([query, await codes(query)]).toEqual([query, []]);
	});
});
