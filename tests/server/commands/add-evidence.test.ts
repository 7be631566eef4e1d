import { describe, expect, test } from 'vitest';
import { insertFileEvidence, insertLinkEvidence } from '#lib/server/commands/add-evidence.ts';
import { sha256 } from '#lib/server/ids.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { withDatabase } from '#tests/support/database.ts';

const FILE = { field: 'f', name: 'list.pdf', sha256: sha256('x'), size: 1, mediaType: 'application/pdf' };

describe('evidence', () => {
	test('of the same bytes added twice is two pieces of evidence and one stored file', () =>
		withDatabase(async (db) => {
			const actor = await anActor(db, { projectId: (await aProject(db)).id });
			const first = await insertFileEvidence(db, actor, FILE, { level: 'PU' }, NOW);
			const second = await insertFileEvidence(db, actor, FILE, { level: 'SEN', name: 'Attendance' }, NOW);
			const rows = await db
				.selectFrom('evidence')
				.select(['id', 'name', 'level', 'sha256'])
				.orderBy('id')
				.execute();
			expect(rows).toEqual([
				{ id: first, name: 'list.pdf', level: 'PU', sha256: FILE.sha256 },
				{ id: second, name: 'Attendance', level: 'SEN', sha256: FILE.sha256 }
			]);
			expect(await db.selectFrom('storedFile').select('sha256').execute()).toEqual([{ sha256: FILE.sha256 }]);
		}));

	test('on the web keeps its address, and takes it as its name where none is given', () =>
		withDatabase(async (db) => {
			const actor = await anActor(db, { projectId: (await aProject(db)).id });
			const url = 'https://example.org/list?x=1';
			await insertLinkEvidence(db, actor, { url, name: '', level: 'PU' }, NOW);
			const row = await db.selectFrom('evidence').select(['kind', 'name', 'url']).executeTakeFirst();
			expect(row).toEqual({ kind: 'link', name: url, url });
		}));

	test.each([
		'javascript:alert(1)',
		'data:text/html,x',
		'file:///etc/passwd',
		'ftp://example.org/x',
		'//example.org',
		'www.example.org',
		'https://user:secret@example.org/',
		'JaVaScRiPt:alert(1)',
		''
	])('is refused when the address is %j, and nothing is kept', (url) =>
		withDatabase(async (db) => {
			const actor = await anActor(db, { projectId: (await aProject(db)).id });
			const adding = insertLinkEvidence(db, actor, { url, name: 'x', level: 'PU' }, NOW);
			await expect(adding).rejects.toMatchObject({ reasons: [{ code: 'link-not-web', url }] });
			expect(await db.selectFrom('evidence').select('id').execute()).toEqual([]);
		})
	);
});
