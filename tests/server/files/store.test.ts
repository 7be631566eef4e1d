import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { storeReason } from '#lib/server/files/store-reason.ts';
import {
	newIncomingPath,
	openFileStore,
	pathOf,
	placeFile,
	type FileStore
} from '#lib/server/files/store.ts';
import { sha256 } from '#lib/server/ids.ts';

let folder: string;
let store: FileStore;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'leslie-store-'));
	store = await openFileStore(folder);
});

afterEach(() => rmSync(folder, { recursive: true }));

const waiting = () => readdirSync(join(folder, 'files', 'incoming'));

describe('the file store', () => {
	test('keeps the same content once, readable by its owner only', async () => {
		const hash = sha256('content');
		for (let time = 0; time < 2; time++) {
			const path = newIncomingPath(store);
			writeFileSync(path, 'content', { mode: 0o600 });
			await placeFile(store, path, hash);
		}
		const stored = readdirSync(join(folder, 'files'), { recursive: true, withFileTypes: true }).filter((e) =>
			e.isFile()
		);
		expect(stored.map(({ name }) => name)).toEqual([hash]);
		expect(pathOf(store, hash)).toBe(join(folder, 'files', hash.slice(0, 2), hash.slice(2, 4), hash));
		expect(statSync(pathOf(store, hash)).mode & 0o777).toBe(0o600);
		expect(statSync(join(folder, 'files')).mode & 0o777).toBe(0o700);
	});

	test('removes at its start what an interrupted upload left more than a day ago, and nothing newer', async () => {
		for (const [name, hours] of [
			['old', 25],
			['new', 23]
		] as const) {
			const path = join(folder, 'files', 'incoming', name);
			writeFileSync(path, '');
			const at = Date.now() / 1000 - hours * 3600;
			utimesSync(path, at, at);
		}
		await openFileStore(folder);
		expect(waiting()).toEqual(['new']);
	});

	test.each([
		['ENOSPC', 'store-full'],
		['EDQUOT', 'store-full'],
		['EROFS', 'store-not-writable'],
		['EACCES', 'store-not-writable'],
		['EIO', 'store-not-writable']
	])('says %s as %s', (code, reason) => {
		expect(storeReason(Object.assign(new Error(code), { code }))).toEqual({ code: reason });
	});

	test('does not hide a fault of its own behind a reason', () => {
		expect(() => storeReason(new TypeError('a bug'))).toThrow('a bug');
	});
});
