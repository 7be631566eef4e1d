import { createHash } from 'node:crypto';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { cleanFileName, extensionOf } from '#lib/domain/file-names.ts';
import { contradicts, HEAD_BYTES, kindOf, mediaTypeOf, TAIL_BYTES } from '#lib/domain/file-types.ts';
import type { FileReason } from '#lib/domain/files.ts';
import type { ReceivedFile } from './received-file.ts';
import { newIncomingPath, type FileStore } from './store.ts';
import { storeReason } from './store-reason.ts';

const MEGABYTE = 1024 * 1024;

/** A whole file that waits in `incoming`: synced, hashed, checked, and not yet in its place. */
export interface IncomingFile {
	path: string;
	file: ReceivedFile;
}

export type Received = { incoming: IncomingFile } | { reason: FileReason } | 'nothing';

interface Source {
	field: string;
	name: string;
	bytes: AsyncIterable<Uint8Array>;
}

/**
 * Writes what arrives to `incoming` while counting and hashing. The source is always read to its end, also after a
 * refusal, so that the browser hears the answer. Throws when the source breaks off; leaves nothing then.
 */
export async function receiveFile(store: FileStore, source: Source, megabytes: number): Promise<Received> {
	const received = await write(newIncomingPath(store), source, megabytes);
	if (received !== 'nothing' || source.name === '') return received;
	return { reason: { code: 'file-empty', file: cleanFileName(source.name) } };
}

async function write(path: string, source: Source, megabytes: number): Promise<Received> {
	const name = cleanFileName(source.name);
	const hash = createHash('sha256');
	const intake: { size: number; kept: boolean; reason?: FileReason } = { size: 0, kept: false };
	const refuse = (error: unknown) => {
		intake.reason ??= storeReason(error);
	};
	const file = await open(path, 'wx+', 0o600).catch(refuse);
	try {
		for await (const chunk of source.bytes) {
			intake.size += chunk.length;
			if (intake.size > megabytes * MEGABYTE)
				intake.reason ??= { code: 'file-too-large', file: name, megabytes };
			if (!file || intake.reason) continue;
			hash.update(chunk);
			await file.appendFile(chunk).catch(refuse);
		}
		if (file && !intake.reason && intake.size > 0) await file.sync().catch(refuse);
		if (intake.reason) return { reason: intake.reason };
		if (!file || intake.size === 0) return 'nothing';

		const kind = await kindIn(file, intake.size);
		const extension = extensionOf(name);
		if (contradicts(extension, kind))
			return { reason: { code: 'file-type-contradicts', file: name, extension, found: kind } };
		intake.kept = true;
		const { field } = source;
		const sha256 = hash.digest('hex');
		const mediaType = mediaTypeOf(extension, kind);
		return { incoming: { path, file: { field, name, sha256, size: intake.size, mediaType } } };
	} finally {
		await file?.close();
		if (file && !intake.kept) await rm(path);
	}
}

async function kindIn(file: FileHandle, size: number) {
	const head = new Uint8Array(Math.min(HEAD_BYTES, size));
	const tail = new Uint8Array(Math.min(TAIL_BYTES, size));
	await file.read(head, 0, head.length, 0);
	await file.read(tail, 0, tail.length, size - tail.length);
	return kindOf(head, tail);
}
