import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openFileStore, pathOf, placeFile, type FileStore } from '#lib/server/files/store.ts';
import { discard, readUpload } from '#lib/server/http/read-upload.ts';
import { sha256 } from '#lib/server/ids.ts';
import { multipartBody, multipartRequest, type Part } from '#tests/support/multipart-parts.ts';

let folder: string;
let store: FileStore;

beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'leslie-files-'));
	store = await openFileStore(folder);
});

afterEach(() => rmSync(folder, { recursive: true }));

const waiting = () => readdirSync(join(folder, 'files', 'incoming'));
const upload = (parts: readonly Part[], megabytes = 1) =>
	readUpload(multipartRequest(parts), store, megabytes);
const chosen = (fileName: string, content: string | Uint8Array): Part => ({
	name: 'files[]',
	fileName,
	content
});

describe('an upload', () => {
	test('keeps what was typed and puts the file in the store under its hash', async () => {
		const read = await upload([
			{ name: 'note', content: 'Қазақстан' },
			{ name: 'country[]', content: 'KZ' },
			{ name: 'country[]', content: 'UZ' },
			chosen('report.pdf', '%PDF-1.7 hello')
		]);
		expect(read.typed).toEqual({ note: 'Қазақстан', country: ['KZ', 'UZ'] });
		expect(read.reasons).toEqual([]);
		const hash = sha256('%PDF-1.7 hello');
		expect(read.incoming.map(({ file }) => file)).toEqual([
			{ field: 'files[]', name: 'report.pdf', sha256: hash, size: 14, mediaType: 'application/pdf' }
		]);
		for (const { path, file } of read.incoming) await placeFile(store, path, file.sha256);
		expect(readFileSync(pathOf(store, hash), 'utf8')).toBe('%PDF-1.7 hello');
		expect(waiting()).toEqual([]);
	});

	test('without a chosen file has no file', async () => {
		const read = await upload([{ name: 'note', content: 'x' }, chosen('', '')]);
		expect(read).toEqual({ typed: { note: 'x' }, incoming: [], reasons: [] });
		expect(waiting()).toEqual([]);
	});

	test('of an empty file is refused by name', async () => {
		const read = await upload([chosen('empty.txt', '')]);
		expect(read.reasons).toEqual([{ code: 'file-empty', file: 'empty.txt' }]);
		expect(waiting()).toEqual([]);
	});

	test('over the limit is refused, and the rest of the form is still read', async () => {
		const read = await upload([
			chosen('big.txt', new Uint8Array(3 * 1024 * 1024)),
			{ name: 'note', content: 'typed' }
		]);
		expect(read.reasons).toEqual([{ code: 'file-too-large', file: 'big.txt', megabytes: 1 }]);
		expect(read.typed).toEqual({ note: 'typed' });
		expect(waiting()).toEqual([]);
	});

	test('of more than twenty files is refused', async () => {
		const read = await upload(
			Array.from({ length: 25 }, (_, index) => chosen(`${index}.txt`, `text ${index}`))
		);
		expect(read.reasons).toEqual([{ code: 'too-many-files', most: 20 }]);
		await discard(read.incoming);
		expect(waiting()).toEqual([]);
	});

	test('with more than 512 KB of text is refused and leaves nothing', async () => {
		const parts = [chosen('a.txt', 'a'), { name: 'note', content: 'x'.repeat(600 * 1024) }];
		await expect(upload(parts)).rejects.toMatchObject({ status: 413 });
		expect(waiting()).toEqual([]);
	});

	test('that breaks off leaves nothing, wherever it breaks off', async () => {
		const body = multipartBody([
			{ name: 'note', content: 'x' },
			chosen('a.txt', 'first'),
			chosen('b.pdf', `%PDF-${'b'.repeat(500)}`)
		]);
		for (let end = 0; end < body.length - 4; end += 7) {
			const cut = multipartRequest([], body.subarray(0, end));
			await expect(readUpload(cut, store, 1), `after ${end} bytes`).rejects.toMatchObject({ status: 400 });
			expect(waiting()).toEqual([]);
		}
	});

	test('whose connection is lost leaves nothing', async () => {
		const body = multipartBody([chosen('a.txt', 'first'), chosen('b.txt', 'b'.repeat(200_000))]);
		const lost = new ReadableStream({
			pull(controller) {
				controller.enqueue(body.subarray(0, 100_000));
				controller.error(new Error('aborted'));
			}
		});
		await expect(readUpload(multipartRequest([], lost), store, 1)).rejects.toMatchObject({ status: 400 });
		expect(waiting()).toEqual([]);
	});

	test('to a store that cannot be written is refused in words, and the form is kept', async () => {
		rmSync(join(folder, 'files', 'incoming'), { recursive: true });
		writeFileSync(join(folder, 'files', 'incoming'), '');
		const read = await upload([chosen('a.txt', 'a'), { name: 'note', content: 'typed' }]);
		expect(read).toMatchObject({ typed: { note: 'typed' }, reasons: [{ code: 'store-not-writable' }] });
	});
});
