import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import { csvText } from '#lib/domain/catalogue/export-table.ts';
import type { ImportReport } from '#lib/domain/catalogue/import-report.ts';
import { seenVersions } from '#lib/domain/catalogue/import-report.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { importEntries } from '#lib/server/commands/import-entries.ts';
import { findEntryFacts } from '#lib/server/queries/find-entry-facts.ts';
import { findImportableRows } from '#lib/server/queries/find-importable-rows.ts';
import { aCatalogue, WHOLE } from '#tests/support/builders/a-catalogue.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { anEntry } from '#tests/support/builders/an-entry.ts';
import { withDatabase } from '#tests/support/database.ts';
import { fingerprint } from '#tests/support/fingerprint.ts';
import { refused } from '#tests/support/refused.ts';

const csv = (...lines: string[]) => ({ fileName: 'entries.csv', bytes: Buffer.from(lines.join('\r\n')) });

const dryRun = (db: Db, actor: Actor, file: ReturnType<typeof csv>) => importEntries(db, actor, file, NOW);

const confirm = (
	db: Db,
	actor: Actor,
	file: ReturnType<typeof csv>,
	shown: ImportReport,
	acceptsResets = false
) => {
	const confirmed = { sha256: shown.sha256, seen: seenVersions(shown.rows), acceptsResets };
	return importEntries(db, actor, { ...file, confirmed }, NOW);
};

const fates = ({ rows }: ImportReport) => rows.map(({ fate }) => fate);
const reasonsOf = ({ rows }: ImportReport) =>
	rows.flatMap((row) => row.refused.map(({ reason }) => reason.code));

test('a dry run says what the real run does, and stores nothing', () =>
	withDatabase(async (db) => {
		const { author, entry, project } = await aCatalogue(db);
		const file = csv(
			'code,owner,title.en,title.kk,hours,ects,sdgs,outcome.1.en,outcome.1.assessment,outcome.2.en',
			`${entry.code},,,Су,,,,,,`,
			',KAZNU,Soil,Топырақ,"60,5",2,"6; 13",Explains soil,test,Measures soil',
			`,KAZNU,Air,,,,,,,`
		);
		const before = await fingerprint(db);
		const shown = await dryRun(db, author, file);
		expect(reasonsOf(shown)).toEqual([]);
		expect(fates(shown)).toEqual(['update', 'create', 'create']);
		expect(await fingerprint(db)).toEqual(before);

		const real = await confirm(db, author, file, shown);
		expect(real).toEqual({ ...shown, stored: true });
		const soil = await findEntryFacts(db, project.id, { code: shown.rows[1]?.code ?? '' });
		expect(soil?.facts.content).toMatchObject({
			title: { value: { en: 'Soil', kk: 'Топырақ' } },
			workload: { value: { hours: 60.5, ects: 2 } },
			sdgs: { value: [6, 13] },
			'learning-outcomes': {
				value: [
					{ id: 'lo-1', texts: { en: 'Explains soil' }, assessment: 'test' },
					{ id: 'lo-2', texts: { en: 'Measures soil' }, assessment: null }
				]
			}
		});
		expect(await db.selectFrom('catalogueImport').selectAll().execute()).toMatchObject([
			{ created: 2, updated: 1, unchanged: 0, sha256: shown.sha256 }
		]);
		expect(fates(await dryRun(db, author, file))).toEqual(['unchanged', 'refused', 'refused']);
	}));

/** Refused by row, and nothing stored, not even of the rows that would do. */
async function refusedRows(db: Db, actor: Actor, ...lines: string[]) {
	const file = csv(...lines);
	const before = await fingerprint(db);
	const shown = await dryRun(db, actor, file);
	const real = await confirm(db, actor, file, shown, true);
	expect(real).toEqual(shown);
	expect(await fingerprint(db)).toEqual(before);
	return reasonsOf(shown);
}

test('one refused row keeps every other one out', () =>
	withDatabase(async (db) => {
		const { author, entry } = await aCatalogue(db);
		const head = 'code,owner,title.en,ects,cohort.1.starts-on,licence,theme';
		const good = ',KAZNU,Soil,,,,';
		const refused = (...rows: string[]) => refusedRows(db, author, head, good, ...rows);
		expect(await refused(`${entry.code},,,three,,,`)).toEqual(['import-number']);
		expect(await refused(`${entry.code},,,,15.06.2026,,`)).toEqual(['import-day']);
		expect(await refused(`${entry.code},,,,2026-02-30,,`)).toEqual(['import-day']);
		expect(await refused(`${entry.code},,,,,GPL,`)).toEqual(['import-choice']);
		expect(await refused(`${entry.code},,,,,,alchemy`)).toEqual(['import-choice']);
		expect(await refused(`${entry.code},,,301,,,`)).toEqual(['element-unfit']);
		expect(await refused(`${entry.code},,,,,n/a,`)).toEqual(['import-reason-needed']);
		expect(await refused(',KAZNU,,3,,,')).toEqual(['import-title-needed']);
		expect(await refused(',,Air,,,,')).toEqual(['import-owner-needed']);
		expect(await refused(',NASA,Air,,,,')).toEqual(['import-owner-unknown']);
		expect(await refused(',KAZNU,soil,,,,')).toEqual(['import-title-taken']);
		expect(await refused('MC-NONE-01,,Air,,,,')).toEqual(['import-not-found']);
		expect(await refused(`${entry.code},KOKSU,Air,,,,`)).toEqual(['import-owner-differs']);
		expect(await refused(`${entry.code},,A,,,,`, `${entry.code},,B,,,,`)).toEqual([
			'import-code-twice',
			'import-code-twice'
		]);
		expect(await refused(`${entry.code},,,x,x,x,x`)).toHaveLength(4);
	}));

test('columns that the catalogue does not know, or cannot tell apart, are named', () =>
	withDatabase(async (db) => {
		const { author } = await aCatalogue(db);
		const codes = (head: string) =>
			refused(db, () => dryRun(db, author, csv(head, head.replace(/[^,]+/g, 'a'))));
		expect(await codes('code,titel.en')).toEqual(['import-column-unknown']);
		expect(await codes('code,title.xx')).toEqual(['import-column-unknown']);
		expect(await codes('code,outcome.21.en')).toEqual(['import-column-unknown']);
		expect(await codes('code,constructor')).toEqual(['import-column-unknown']);
		expect(await codes('code,hours,hours')).toEqual(['import-column-twice']);
		expect(await codes('code')).toEqual(['import-no-columns']);
		expect(await codes('title.en,hours')).toEqual(['import-no-columns']);
	}));

test('a partner imports for the own organisation only, and cannot tell what others have', () =>
	withDatabase(async (db) => {
		const { author, stranger, coordinator, leader, reviewer, observer, entry } = await aCatalogue(db);
		const change = ['code,title.en', `${entry.code},Clean water`];
		const start = ['owner,title.en', 'KAZNU,Soil'];
		expect(await refusedRows(db, stranger, ...change)).toEqual(['import-not-found']);
		expect(await refusedRows(db, stranger, ...start)).toEqual(['out-of-scope']);
		for (const actor of [reviewer, observer]) {
			expect(await refusedRows(db, actor, ...change)).toEqual(['import-not-found']);
			expect(await refusedRows(db, actor, ...start)).toEqual(['role-needed']);
		}
		for (const actor of [author, coordinator, leader])
			expect([
				...fates(await dryRun(db, actor, csv(...change))),
				...fates(await dryRun(db, actor, csv(...start)))
			]).toEqual(['update', 'create']);
	}));

test('codes of another project are not found', () =>
	withDatabase(async (db) => {
		const { entry } = await aCatalogue(db);
		const { coordinator } = await aCatalogue(db);
		const lines = ['code,title.en', `${entry.code},Ours now`];
		expect(await refusedRows(db, coordinator, ...lines)).toEqual(['import-not-found']);
	}));

test('an entry that changed since the dry run is told, and nothing is stored', () =>
	withDatabase(async (db) => {
		const { author, entry } = await aCatalogue(db);
		const file = csv('code,owner,title.en,ects', `${entry.code},,,4`, ',KAZNU,Soil,');
		const shown = await dryRun(db, author, file);
		await importEntries(
			db,
			author,
			{
				...csv('code,contact', `${entry.code},desk@kaznu.example`),
				confirmed: await seenBy(db, author, entry.code)
			},
			NOW
		);
		const before = await fingerprint(db);
		const real = await confirm(db, author, file, shown);
		expect([real.stored, reasonsOf(real)]).toEqual([false, ['import-changed']]);
		expect(await fingerprint(db)).toEqual(before);
	}));

async function seenBy(db: Db, actor: Actor, code: string) {
	const { sha256, rows } = await dryRun(db, actor, csv('code,contact', `${code},desk@kaznu.example`));
	return { sha256, seen: seenVersions(rows), acceptsResets: false };
}

test('bytes that are not those of the dry run are stored by nobody', () =>
	withDatabase(async (db) => {
		const { author } = await aCatalogue(db);
		const shown = await dryRun(db, author, csv('owner,title.en', 'KAZNU,Soil'));
		const before = await fingerprint(db);
		const real = await confirm(db, author, csv('owner,title.en', 'KAZNU,Air'), shown);
		expect(real).toMatchObject({ stored: false, reasons: [{ code: 'import-other-file' }] });
		expect(await fingerprint(db)).toEqual(before);
	}));

test('empty cells leave what stands, and n/a says why an element does not apply', () =>
	withDatabase(async (db) => {
		const { author, entry, project } = await aCatalogue(db);
		const contentNow = async () => (await findEntryFacts(db, project.id, { id: entry.id }))?.facts.content;
		const before = await contentNow();
		const file = csv(
			'code,title.kk,licence,hours,outcome.1.assessment,skills',
			`${entry.code},Су,,,,n/a: awarded to organisations`
		);
		await confirm(db, author, file, await dryRun(db, author, file));
		const title = before?.title?.standing === 'value' ? before.title.value : {};
		expect(await contentNow()).toEqual({
			...before,
			title: { standing: 'value', value: { ...title, kk: 'Су' } },
			skills: { standing: 'not-applicable', reason: 'awarded to organisations' }
		});
	}));

const TRIMMED = {
	...WHOLE,
	description: { standing: 'value', value: { en: 'Sampling in the field' } }
} as const;

test('what is downloaded to be edited comes back as unchanged, every entry of it', () =>
	withDatabase(async (db) => {
		const { author, kaznu, project, wp } = await aCatalogue(db, { content: TRIMMED });
		const own = { projectId: project.id, workPackageId: wp.id, leadOrganisationId: kaznu.id };
		await anEntry(db, {
			...own,
			content: { title: { standing: 'value', value: { ru: '=Вода; "и" соль' } } }
		});
		await anEntry(db, {
			...own,
			content: { licence: { standing: 'not-applicable', reason: 'no material' } }
		});
		const bytes = Buffer.from(csvText(await findImportableRows(db, author)));
		const shown = await dryRun(db, author, { fileName: 'entries.csv', bytes });
		expect(reasonsOf(shown)).toEqual([]);
		expect(fates(shown)).toEqual(['unchanged', 'unchanged', 'unchanged']);
	}));

test('whatever a file asks, the real run does what the dry run said', () =>
	withDatabase(async (db) => {
		const { author, entry } = await aCatalogue(db);
		const word = fc.constantFrom(
			'',
			'Air',
			'Soil',
			'n/a: because',
			'n/a',
			'3',
			'2026-01-01',
			'test',
			'=1',
			'0521'
		);
		const row = fc.tuple(
			fc.constantFrom('', entry.code),
			fc.constantFrom('', 'KAZNU', 'KOKSU'),
			word,
			word,
			word,
			word
		);
		await fc.assert(
			fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 3 }), async (rows) => {
				const file = csv(
					'code,owner,title.en,ects,assessment,need.kk',
					...rows.map((cells) => cells.join(','))
				);
				const before = await fingerprint(db);
				const shown = await dryRun(db, author, file).catch(() => undefined);
				expect(await fingerprint(db)).toEqual(before);
				if (!shown) return;
				const real = await confirm(db, author, file, shown, true);
				const isWhole = !fates(shown).includes('refused');
				expect(real).toEqual({ ...shown, stored: isWhole });
				if (!isWhole) expect(await fingerprint(db)).toEqual(before);
			}),
			{ numRuns: 25 }
		);
	}));

test('sending a published entry back needs a consent of its own', () =>
	withDatabase(async (db) => {
		const { author, entry } = await aCatalogue(db, { state: 'published' });
		const file = csv('code,hours', `${entry.code},99`);
		const shown = await dryRun(db, author, file);
		expect(shown.rows[0]).toMatchObject({ fate: 'update', outcome: 'reset' });
		const before = await fingerprint(db);
		const without = await confirm(db, author, file, shown);
		expect(without).toMatchObject({ stored: false, reasons: [{ code: 'import-unconfirmed' }] });
		expect(await fingerprint(db)).toEqual(before);
		expect((await confirm(db, author, file, shown, true)).stored).toBe(true);
		const row = await db.selectFrom('item').select('state').where('id', '=', entry.id).executeTakeFirst();
		expect(row?.state).toBe('designed');
	}));
