import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { migrations } from '#db/migrations/index.ts';
import { hashFile } from '#lib/server/files/hash-file.ts';
import { MANIFEST, MANIFEST_HASH, readManifest, type Manifest } from './manifest.ts';

/** Reads a backup from its first to its last byte. Throws with everything that is not as it was written. */
export async function checkBackup(folder: string): Promise<Manifest> {
	if (!existsSync(join(folder, MANIFEST)))
		throw new Error(`${folder} is not a backup: it has no ${MANIFEST}`);
	const manifest = await readManifest(folder);
	const problems = [...(await fileProblems(folder, manifest)), ...versionProblems(manifest)];
	if (problems.length > 0) throw new Error(`Nothing was changed. ${problems.join('; ')}`);
	return manifest;
}

async function fileProblems(folder: string, { files }: Manifest): Promise<string[]> {
	const problems: string[] = [];
	for (const [name, { sha256, size }] of Object.entries(files)) {
		const path = join(folder, name);
		if (!existsSync(path)) {
			problems.push(`${name} is missing`);
			continue;
		}
		const found = await hashFile(path);
		if (found.size !== size || found.sha256 !== sha256) problems.push(`${name} is damaged`);
	}
	for (const name of await listFiles(folder))
		if (!Object.hasOwn(files, name) && name !== MANIFEST && name !== MANIFEST_HASH)
			problems.push(`${name} does not belong to this backup`);
	return problems;
}

function versionProblems(manifest: Manifest): string[] {
	const unknown = manifest.migrations.filter((name) => !Object.hasOwn(migrations, name));
	return unknown.length === 0
		? []
		: [`it comes from a newer version (${manifest.product}), which knows ${unknown.join(', ')}`];
}

async function listFiles(folder: string): Promise<string[]> {
	const entries = await readdir(folder, { recursive: true, withFileTypes: true });
	return entries
		.filter((entry) => !entry.isDirectory())
		.map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, '/'));
}
