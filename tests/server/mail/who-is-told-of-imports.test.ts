import type { Db } from '#db/schema.ts';
import { expect, test } from 'vitest';
import { seenVersions } from '#lib/domain/catalogue/import-report.ts';
import type { Actor } from '#lib/domain/roles.ts';
import { importEntries } from '#lib/server/commands/import-entries.ts';
import { aCatalogue } from '#tests/support/builders/a-catalogue.ts';
import { NOW } from '#tests/support/builders/a-project.ts';
import { withDatabase } from '#tests/support/database.ts';
import { anEntryToSign } from '#tests/support/entry-signing.ts';
import { testWhoIsTold, type HandingOver } from '#tests/support/told-of-acts.ts';

const LATER = new Date(NOW.getTime() + 60_000);

async function brings(db: Db, by: Actor, ...lines: string[]): Promise<void> {
	const file = { fileName: 'entries.csv', bytes: Buffer.from(lines.join('\r\n')) };
	const shown = await importEntries(db, by, file, LATER);
	const confirmed = { sha256: shown.sha256, seen: seenVersions(shown.rows), acceptsResets: true };
	const { stored } = await importEntries(db, by, { ...file, confirmed }, LATER);
	expect(stored).toBe(true);
}

/** An entry that two have signed and the leader of the work package may publish. */
async function approved(db: Db) {
	const made = await anEntryToSign(db);
	await made.assign(made.reviewer);
	await made.open();
	await made.sign(made.reviewer);
	await made.name(made.rector);
	await made.approve(made.rector);
	return made;
}

const IMPORTS: HandingOver[] = [
	[
		'a file with many new entries of other organisations',
		async (db) => {
			const { coordinator } = await aCatalogue(db);
			const lines = ['KAZNU,Soil', 'KAZNU,Water', 'KAZNU,Air', 'KOKSU,Fire', 'UAH,Metal'];
			return () => brings(db, coordinator, 'owner,title.en', ...lines);
		},
		['Aigerim', 'Bolat', 'Wanda']
	],
	[
		'a file with entries of one’s own organisation',
		async (db) => {
			const { author } = await aCatalogue(db);
			return () => brings(db, author, 'owner,title.en', 'KAZNU,Soil');
		},
		[]
	],
	[
		'a file that changes what was signed, so that the entry goes back',
		async (db) => {
			const { coordinator, entry } = await approved(db);
			return () => brings(db, coordinator, 'code,ects', `${entry.code},1`);
		},
		['Aigerim', 'Rustam']
	],
	[
		'a file after which an entry lacks what its publication needs',
		async (db) => {
			const { coordinator, entry } = await approved(db);
			return () => brings(db, coordinator, 'code,licence', `${entry.code},n/a: not decided`);
		},
		['Aigerim', 'Rustam']
	],
	[
		'a file that leaves an entry where it lies',
		async (db) => {
			const { coordinator, entry } = await approved(db);
			return () => brings(db, coordinator, 'code,further-information.en', `${entry.code},More to come`);
		},
		[]
	]
];

testWhoIsTold(IMPORTS);

test('the mail about imported entries names them and the file, and opens their list', () =>
	withDatabase(async (db) => {
		const { coordinator, kaznu } = await aCatalogue(db);
		await brings(db, coordinator, 'owner,title.en', 'KAZNU,Soil', 'KAZNU,Water');
		const mail = await db
			.selectFrom('outboxMail')
			.select(['kind', 'because', 'subject', 'body', 'path'])
			.executeTakeFirstOrThrow();
		expect(mail).toMatchObject({ kind: 'ball', because: 'lead' });
		expect(mail.subject).toBe('2 new entries: please complete them');
		expect(mail.path).toBe(`catalogue?organisation=${kaznu.code}`);
		expect(mail.body).toMatch(/They are MC-\S+, MC-\S+\.\n\nCarmen \(UAH\) .* the file entries\.csv\.$/);
	}));
