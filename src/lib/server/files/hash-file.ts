import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** SHA-256 and size of a file on disk. */
export async function hashFile(path: string): Promise<{ sha256: string; size: number }> {
	const hash = createHash('sha256');
	let size = 0;
	await pipeline(createReadStream(path), async (chunks: AsyncIterable<Uint8Array>) => {
		for await (const chunk of chunks) {
			size += chunk.length;
			hash.update(chunk);
		}
	});
	return { sha256: hash.digest('hex'), size };
}
