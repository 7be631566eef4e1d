import { expect, test } from 'vitest';
import type { Db } from '#db/schema.ts';
import type { ImportReport } from '#lib/domain/catalogue/import-report.ts';
import { seenVersions } from '#lib/domain/catalogue/import-report.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { importEntries } from '#lib/server/commands/import-entries.ts';
import { findEntryFacts } from '#lib/server/queries/find-entry-facts.ts';
import { aCatalogue } from '#tests/support/builders/a-catalogue.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { withDatabase } from '#tests/support/database.ts';
import { fingerprint } from '#tests/support/fingerprint.ts';

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
