import { Busboy } from '@fastify/busboy';
import { error } from '@sveltejs/kit';
import { rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { MOST_FILES, MOST_TYPED_BYTES, type FileReason } from '#lib/domain/files.ts';
import { receiveFile, type IncomingFile } from '#lib/server/files/receive-file.ts';
import type { FileStore } from '#lib/server/files/store.ts';
import { typedValues, type Typed } from './form.ts';

const MOST_FIELDS = 2000;
const TOO_MUCH_TEXT =
	'The text in this form is larger than 512 KB. Nothing was changed: go back and shorten it.';

/** What came with a form of several parts: text, whole files that wait, and why others were refused. */
export interface Upload {
	typed: Typed;
	incoming: readonly IncomingFile[];
	reasons: readonly FileReason[];
}

/** Reads a multipart form from the network to the disk. When it breaks off, nothing is left of it. */
export async function readUpload(request: Request, store: FileStore, megabytes: number): Promise<Upload> {
	const form = new FormData();
	const incoming: IncomingFile[] = [];
	const reasons: FileReason[] = [];
	const streams: Readable[] = [];
	const receiving: Promise<void>[] = [];
	let typedBytes = 0;

	const parser = parserOf(request);
	parser.on('field', (name, value) => {
		typedBytes += name.length + value.length;
		if (typedBytes <= MOST_TYPED_BYTES) form.append(name, value);
	});
	parser.on('file', (field, bytes, name) => {
		// Without a listener an early end of the body would end this process.
		bytes.on('error', () => undefined);
		streams.push(bytes);
		const received = receiveFile(store, { field, name, bytes }, megabytes).then((one) => {
			if (one === 'nothing') return;
			if ('incoming' in one) incoming.push(one.incoming);
			else reasons.push(one.reason);
		});
		receiving.push(received);
	});
	parser.on('filesLimit', () => reasons.push({ code: 'too-many-files', most: MOST_FILES }));
	parser.on('fieldsLimit', () => (typedBytes = Infinity));

	const parsing = request.body ? pipeline(Readable.from(request.body), parser) : Promise.resolve();
	const [parsed] = await Promise.allSettled([parsing]);
	// A body that broke off leaves the stream of its last file without an end.
	if (parsed.status === 'rejected') for (const stream of streams) stream.destroy();
	const settled = await Promise.allSettled(receiving);
	const failed = settled.find((one) => one.status === 'rejected');
	const broken = parsed.status === 'rejected';
	if (broken || failed || typedBytes > MOST_TYPED_BYTES) await discard(incoming);
	if (broken) error(400, 'The upload broke off. Nothing was changed: go back and send it again.');
	if (failed) throw failed.reason;
	if (typedBytes > MOST_TYPED_BYTES) error(413, TOO_MUCH_TEXT);
	return { typed: typedValues(form), incoming, reasons };
}

/** Removes what still waits; what was placed is no longer there. */
export async function discard(incoming: readonly IncomingFile[]): Promise<void> {
	for (const { path } of incoming) await rm(path, { force: true });
}

function parserOf(request: Request) {
	const limits = { files: MOST_FILES, fields: MOST_FIELDS, fieldSize: MOST_TYPED_BYTES + 1, headerPairs: 50 };
	const headers = { 'content-type': request.headers.get('Content-Type') ?? '' };
	try {
		return new Busboy({ headers, limits });
	} catch {
		return error(400, 'This form cannot be read. Nothing was changed: go back and send it again.');
	}
}
