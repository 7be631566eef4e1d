import { expect, test } from 'vitest';
import { askedOften } from '#db/asked-often.ts';
import { aProject } from '#tests/support/builders/a-project.ts';
import { withDatabase } from '#tests/support/database.ts';

test('a query built once gives everybody their own answer, wherever it uses what they ask', async () => {
	let built = 0;
	const ask = askedOften<'slug' | 'acronym', { slug: string; asked: string }>((db, text) => {
		built += 1;
		return db
			.selectFrom('project')
			.select((eb) => ['slug', eb.cast<string>(eb.val(text('slug')), 'text').as('asked')])
			.where('acronym', '=', text('acronym'))
			.where('slug', '=', text('slug'))
			.where('durationMonths', '=', 36);
	});

	await withDatabase(async (db) => {
		for (const slug of ['soil', 'water']) await aProject(db, { slug, acronym: 'LESLIE' });

		expect(await ask(db, { slug: 'soil', acronym: 'LESLIE' })).toEqual([{ slug: 'soil', asked: 'soil' }]);
		expect(await ask(db, { slug: 'water', acronym: 'LESLIE' })).toEqual([{ slug: 'water', asked: 'water' }]);
		expect(await ask(db, { slug: 'water', acronym: 'OTHER' })).toEqual([]);
		// A text that looks like the place of another stays what was typed.
		expect(await ask(db, { slug: '\0acronym', acronym: 'LESLIE' }).catch(() => [])).toEqual([]);
		expect(built).toBe(1);
	});
});
