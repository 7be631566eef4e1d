import { constants } from 'node:fs';
import { copyFile, mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { hashFile } from './hash-file.ts';

/** A copy that is on the disk when this resolves, with the hash of what was copied. */
export async function copyWhole(from: string, to: string): Promise<{ sha256: string; size: number }> {
	await mkdir(dirname(to), { recursive: true, mode: 0o700 });
	await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
	const copy = await open(to, 'r');
	await copy.sync().finally(() => copy.close());
	return hashFile(to);
}
