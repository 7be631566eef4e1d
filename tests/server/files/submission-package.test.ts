import { unzipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { buildPackage } from '#lib/server/files/submission-package.ts';
import { openFileStore, pathOf, type FileStore } from '#lib/server/files/store.ts';
import { aReviewableDeliverable } from '#tests/support/builders/a-reviewable-deliverable.ts';
import { withDatabase } from '#tests/support/database.ts';
import { stepsOf } from '#tests/support/deliverable-steps.ts';

const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

async function stored(store: FileStore, field: string, name: string, text: string) {
	const bytes = Buffer.from(text);
	const sha256 = sha(bytes);
	const path = pathOf(store, sha256);
	await mkdir(dirname(path), { recursive: true });
	await writeFile(path, bytes);
	return { field, name, sha256, size: bytes.length, mediaType: 'application/pdf' };
}

async function withStore<T>(use: (store: FileStore) => Promise<T>): Promise<T> {
	const folder = await mkdtemp(join(tmpdir(), 'package-'));
	const store = await openFileStore(folder);
	return use(store).finally(() => rm(folder, { recursive: true }));
}

async function packageOf(store: FileStore, files: readonly (readonly [string, string, string])[]) {
	return withDatabase(async (db) => {
		const made = await aReviewableDeliverable(db);
		const steps = stepsOf(db, made);
		await steps.start(made.author);
		const received = [];
		for (const [field, name, text] of files) received.push(await stored(store, field, name, text));
		await steps.upload(made.author, received);
		await steps.confirm(made.author);
		await steps.assign(made.qaLead, made.first);
		await steps.assign(made.qaLead, made.second);
		await steps.open(made.author);
		return buildPackage(store, 'LESLIE', await steps.read(), 50);
	});
}

test('a main file alone is the package itself', () =>
	withStore(async (store) => {
		const built = await packageOf(store, [['main', 'Final.pdf', 'the report']]);
		expect(built).toMatchObject({ fileName: 'LESLIE_D4.2_v1.pdf', sha256: sha(Buffer.from('the report')) });
	}));

test('several files are one archive: the main file first, the same bytes every time', () =>
	withStore(async (store) => {
		const files = [
			['annexes', 'data.csv', 'a;b'],
			['main', 'Қорытынды.pdf', 'the report'],
			['annexes', 'Қорытынды.pdf', 'another text']
		] as const;
		const first = await packageOf(store, files);
		const second = await packageOf(store, [...files].reverse());
		expect(second?.sha256).toBe(first?.sha256);
		expect(first).toMatchObject({ fileName: 'LESLIE_D4.2_v1.zip', mediaType: 'application/zip' });

		const bytes = await readFile(pathOf(store, first?.sha256 ?? ''));
		expect(sha(bytes)).toBe(first?.sha256);
		const entries = Object.entries(unzipSync(bytes)).map(([name, content]) => [
			name,
			Buffer.from(content).toString()
		]);
		const twin = `${sha(Buffer.from('another text')).slice(0, 8)}-Қорытынды.pdf`;
		expect(entries).toEqual([
			['Қорытынды.pdf', 'the report'],
			['data.csv', 'a;b'],
			[twin, 'another text']
		]);
	}));
