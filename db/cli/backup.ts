import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { createBackup } from '#lib/server/backup/create-backup.ts';
import { makeFileStore } from '#lib/server/files/store.ts';
import { UsageError, type CommandContext } from './command.ts';

const Package = v.object({ name: v.string(), version: v.string() });

export const usage = 'DIR';
export const summary = 'save database and files, of one moment, into a new folder; the server may go on';

export async function run(args: readonly string[], context: CommandContext): Promise<boolean> {
	const [folder, ...more] = args;
	if (folder === undefined || more.length > 0)
		throw new UsageError('name one folder that does not exist yet');
	const connection = await context.connect();
	const store = await makeFileStore(context.environment.dataDir);
	const about = { product: await readProduct(), now: new Date() };
	const manifest = await createBackup(connection, store, resolve(folder), about);

	const rows = Object.values(manifest.rows).reduce((sum, count) => sum + count, 0);
	const files = Object.keys(manifest.files).filter((name) => name.startsWith('files/'));
	context.print(`Saved ${rows} rows and ${files.length} files to ${resolve(folder)}`);
	for (const { chain, sequence, hash, broken } of manifest.chains)
		context.print(
			`${broken === null ? 'ok  ' : 'FAIL'}  chain ${chain}: ${broken ?? 'unbroken'}, head ${sequence}/${hash}`
		);
	for (const { sha256, problem } of manifest.damaged)
		context.print(`FAIL  file ${sha256} is ${problem} in the store: all the rest was saved`);
	return manifest.damaged.length === 0 && manifest.chains.every((chain) => chain.broken === null);
}

async function readProduct(): Promise<string> {
	const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
	const { name, version } = v.parse(Package, JSON.parse(text));
	return `${name} ${version}`;
}
