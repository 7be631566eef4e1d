import { open } from 'node:fs/promises';
import { pathOf, type FileStore } from './store.ts';

/** First and last byte, both included. */
export interface ByteRange {
	start: number;
	end: number;
}

/** The bytes of a stored file, or of a part of it, as a body. Throws when the file is missing. */
export async function readStoredFile(
	store: FileStore,
	sha256: string,
	range?: ByteRange
): Promise<ReadableStream<Uint8Array>> {
	const file = await open(pathOf(store, sha256), 'r');
	const bytes = file.createReadStream(range);
	const chunks: AsyncIterator<Uint8Array> = bytes[Symbol.asyncIterator]();
	return new ReadableStream({
		async pull(controller) {
			const next = await chunks.next();
			if (next.done === true) controller.close();
			else controller.enqueue(next.value);
		},
		cancel() {
			bytes.destroy();
		}
	});
}
