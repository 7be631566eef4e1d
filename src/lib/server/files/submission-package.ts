import { Zip, ZipPassThrough } from 'fflate';
import { createReadStream } from 'node:fs';
import { extensionOf } from '#lib/domain/file-names.ts';
import { mediaTypeOf } from '#lib/domain/file-types.ts';
import { latestRound, type Version } from '#lib/domain/deliverables.ts';
import { Refusal } from '#lib/domain/reasons.ts';
import { isZipped, packageName } from '#lib/domain/submission.ts';
import type { FoundDeliverable } from '#lib/server/queries/find-deliverable-facts.ts';
import { receiveFile } from './receive-file.ts';
import { placeFile, pathOf, type FileStore } from './store.ts';

/** The one file for the portal, in the store, and the covers of the review it was built of. */
export interface BuiltPackage {
	fileName: string;
	sha256: string;
	size: number;
	mediaType: string;
	coversSha256: string;
}

/** The earliest time a zip can carry: the same files always make the same bytes. */
const FIXED_TIME = '1980-01-01T00:00:00';

/** Builds the package of the version in the latest round. Runs before the transaction that approves it. */
export async function buildPackage(
	store: FileStore,
	acronym: string,
	{ item, facts }: Pick<FoundDeliverable, 'item' | 'facts'>,
	megabytes: number
): Promise<BuiltPackage | undefined> {
	const round = latestRound(facts);
	const version = facts.versions.find((one) => one.id === round?.versionId);
	const main = version?.files.find((file) => file.main);
	if (!round || !version || !main) return undefined;
	const fileName = packageName(acronym, item.code, version);
	const { coversSha256 } = round;
	if (!isZipped(version)) {
		const { sha256, size } = main;
		const mediaType = mediaTypeOf(extensionOf(fileName), 'unknown');
		return { fileName, sha256, size, mediaType, coversSha256 };
	}
	const zipped = await storeZip(store, version, fileName, megabytes);
	return { fileName, coversSha256, ...zipped };
}

async function storeZip(store: FileStore, version: Version, name: string, megabytes: number) {
	const source = { field: 'package', name, bytes: zipOf(store, version) };
	// The files were counted already; the directory of the archive comes on top.
	const received = await receiveFile(store, source, megabytes + 1);
	if (received === 'nothing' || 'reason' in received)
		throw new Refusal([received === 'nothing' ? { code: 'package-missing' } : received.reason]);
	const { path, file } = received.incoming;
	await placeFile(store, path, file.sha256);
	return { sha256: file.sha256, size: file.size, mediaType: 'application/zip' };
}

/** The archive as it is read, one chunk at a time; uncompressed, as office files and PDF are compressed already. */
async function* zipOf(store: FileStore, version: Version): AsyncGenerator<Uint8Array> {
	const ready: Uint8Array[] = [];
	const zip = new Zip((problem, chunk) => {
		if (problem) throw problem;
		ready.push(chunk);
	});
	for (const file of entries(version)) {
		const entry = new ZipPassThrough(file.name);
		entry.mtime = FIXED_TIME;
		zip.add(entry);
		const bytes: AsyncIterable<Uint8Array> = createReadStream(pathOf(store, file.sha256));
		for await (const chunk of bytes) {
			entry.push(chunk);
			yield* ready.splice(0);
		}
		entry.push(new Uint8Array(0), true);
		yield* ready.splice(0);
	}
	zip.end();
	yield* ready.splice(0);
}

/** Main file first, then by name; a name that occurs twice gets the beginning of its hash. */
function entries(version: Version): { name: string; sha256: string }[] {
	const sorted = [...version.files].sort(
		(a, b) => Number(b.main) - Number(a.main) || (a.name < b.name ? -1 : 1) || (a.sha256 < b.sha256 ? -1 : 1)
	);
	return sorted.map(({ name, sha256 }, index) => {
		const isTwin = sorted.some((one, other) => other < index && one.name === name);
		return { name: isTwin ? `${sha256.slice(0, 8)}-${name}` : name, sha256 };
	});
}
