import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';
import { sha256 } from '#lib/server/ids.ts';

export const MANIFEST = 'manifest.json';
/** The hash of the manifest, as `sha256sum --check` reads it. */
export const MANIFEST_HASH = 'manifest.sha256';
export const TABLES_FOLDER = 'tables';
export const FILES_FOLDER = 'files';

const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
const Hash = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));

const ManifestSchema = v.object({
	format: v.literal(1),
	product: v.string(),
	createdAt: v.string(),
	/** `sqlite` is one database file, `postgres` one file of JSON Lines for each table. */
	engine: v.picklist(['sqlite', 'postgres']),
	migrations: v.array(v.string()),
	rows: v.record(v.string(), Count),
	chains: v.array(
		v.object({
			chain: v.string(),
			sequence: Count,
			hash: v.string(),
			/** Damage that was in the chain already. */
			broken: v.nullable(v.string())
		})
	),
	/** Stored files that were lost or changed before this backup, by SHA-256. */
	damaged: v.array(v.object({ sha256: v.string(), problem: v.picklist(['missing', 'changed']) })),
	/** Every file beside the manifest, by its path in the backup. */
	files: v.record(
		v.pipe(v.string(), v.regex(/^(?!.*\.\.)[\w./-]+$/)),
		v.object({ sha256: Hash, size: Count })
	)
});

export type Manifest = v.InferOutput<typeof ManifestSchema>;

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
	const text = `${JSON.stringify(manifest, null, '\t')}\n`;
	await writeFile(join(folder, MANIFEST), text, { flush: true });
	await writeFile(join(folder, MANIFEST_HASH), hashLine(text), { flush: true });
}

/** Throws when the manifest is not, byte for byte, the one that was written. */
export async function readManifest(folder: string): Promise<Manifest> {
	const bytes = await readFile(join(folder, MANIFEST));
	const text = bytes.toString('utf8');
	const said = await readFile(join(folder, MANIFEST_HASH), 'latin1');
	if (said !== hashLine(text) || !bytes.equals(Buffer.from(text)))
		throw new Error(`${MANIFEST} or ${MANIFEST_HASH} is damaged: they do not fit each other`);
	return v.parse(ManifestSchema, JSON.parse(text));
}

function hashLine(text: string): string {
	return `${sha256(text)}  ${MANIFEST}\n`;
}
