import { resolve } from 'node:path';
import { restoreBackup } from '#lib/server/backup/restore-backup.ts';
import { UsageError, type CommandContext } from './command.ts';

export const usage = 'DIR [--replace]';
export const summary =
	'check a backup from its first to its last byte, then put it in place; stop the server first';

export async function run(args: readonly string[], { environment, print }: CommandContext): Promise<boolean> {
	const folders = args.filter((arg) => arg !== '--replace');
	const [folder] = folders;
	if (folder === undefined || folders.length > 1) throw new UsageError('name one folder with a backup in it');
	const target = { ...environment, replace: args.includes('--replace') };
	const { manifest, aside } = await restoreBackup(resolve(folder), target, new Date());

	const rows = Object.values(manifest.rows).reduce((sum, count) => sum + count, 0);
	print(`Restored ${rows} rows as of ${manifest.createdAt} (${manifest.product})`);
	for (const { chain, sequence, hash } of manifest.chains) print(`chain ${chain}: head ${sequence}/${hash}`);
	for (const { sha256, problem } of manifest.damaged)
		print(`file ${sha256} was ${problem} when it was backed up`);
	if (aside !== null) print(`What was there before lies in ${aside}`);
	return true;
}
