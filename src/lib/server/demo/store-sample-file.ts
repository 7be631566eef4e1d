import { receiveFile } from '#lib/server/files/receive-file.ts';
import type { ReceivedFile } from '#lib/server/files/received-file.ts';
import { placeFile, type FileStore } from '#lib/server/files/store.ts';
import { samplePdf } from './sample-pdf.ts';

export interface SampleFile {
	/** `main` for the main file of a version, anything else for an annex. */
	field: string;
	/** A name that ends in .pdf or .csv. */
	name: string;
	lines: readonly string[];
}

const NOTICE =
	'Sample data. This file was made for a demonstration; nothing in it is a result of the project.';

/** Puts a file of the demo into the store the way an upload does. */
export async function storeSampleFile(store: FileStore, file: SampleFile): Promise<ReceivedFile> {
	const { field, name } = file;
	const lines = [NOTICE, '', ...file.lines];
	const bytes = name.endsWith('.csv') ? new TextEncoder().encode(csv(lines)) : samplePdf(lines);
	const received = await receiveFile(store, { field, name, bytes: once(bytes) }, 1);
	if (received === 'nothing' || 'reason' in received) throw new Error(`${name} cannot be stored`);
	const { incoming } = received;
	await placeFile(store, incoming.path, incoming.file.sha256);
	return incoming.file;
}

function csv(lines: readonly string[]): string {
	return lines.map((line) => `"${line.replaceAll('"', '""')}"\r\n`).join('');
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield bytes;
}
