import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { insertFileEvidence } from '#lib/server/commands/add-evidence.ts';
import { keepFiles } from '#lib/server/files/keep-files.ts';
import { makeFileStore, newIncomingPath, pathOf, type FileStore } from '#lib/server/files/store.ts';
import { sha256 } from '#lib/server/ids.ts';
import { aProject, NOW } from '#tests/support/builders/a-project.ts';
import { anActor } from '#tests/support/builders/an-actor.ts';
import { withDatabase } from '#tests/support/database.ts';

let folder: string;
let store: FileStore;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'leslie-keep-'));
	store = await makeFileStore(folder);
});

afterEach(() => rmSync(folder, { recursive: true }));

const HASH = sha256('content');
const FILE = { field: 'file', name: 'a.txt', sha256: HASH, size: 7, mediaType: 'text/plain' };
const isStored = () => existsSync(pathOf(store, HASH));

function arriving() {
	const path = newIncomingPath(store);
	writeFileSync(path, 'content');
	return [{ path, file: FILE }];
}

describe('a file that came with a form', () => {
	test('is in its place while the form is worked on, and stays when the database knows it', () =>
		withDatabase(async (db) => {
			const actor = await anActor(db, { projectId: (await aProject(db)).id });
			await keepFiles(db, store, arriving(), async ([file = FILE]) => {
				expect(isStored()).toBe(true);
				await insertFileEvidence(db, actor, file, { level: 'PU' }, NOW);
			});
			expect(isStored()).toBe(true);
			await expect(
				keepFiles(db, store, arriving(), () => Promise.reject(new Error('refused')))
			).rejects.toThrow();
			expect(isStored()).toBe(true);
		}));

	test('is gone again when the form is refused', () =>
		withDatabase(async (db) => {
			const refused = keepFiles(db, store, arriving(), () => Promise.reject(new Error('refused')));
			await expect(refused).rejects.toThrow('refused');
			expect(isStored()).toBe(false);
		}));

	test('stays when the same content is refused in one form and accepted in another at the same time', () =>
		withDatabase(async (db) => {
			const actor = await anActor(db, { projectId: (await aProject(db)).id });
			const gate = Promise.withResolvers<void>();
			const accepted = keepFiles(db, store, arriving(), async ([file = FILE]) => {
				await gate.promise;
				await insertFileEvidence(db, actor, file, { level: 'PU' }, NOW);
			});
			await keepFiles(db, store, arriving(), () => Promise.reject(new Error('refused'))).catch(
				() => undefined
			);
			expect(isStored()).toBe(true);
			gate.resolve();
			await accepted;
			expect(isStored()).toBe(true);
		}));
});
