import type { Db } from '#db/schema.ts';
import type { ChainHead } from '#lib/domain/chain-check.ts';
import { makeFileStore } from '#lib/server/files/store.ts';
import { listDamagedFiles } from '#lib/server/files/verify-files.ts';
import { listChains, verifyChain } from '#lib/server/queries/verify-chain.ts';
import { chainText } from '#lib/text/chain.ts';
import { UsageError, type CommandContext } from './command.ts';

export const usage = 'verify [--against SEQUENCE/HASH] [--files]';
export const summary =
	'follow every audit chain, and with --files every stored file, and name the first damage';

export async function run(args: readonly string[], context: CommandContext): Promise<boolean> {
	const { anchor, withFiles } = parseArguments(args);
	const { db } = await context.connect();
	const names = await listChainNames(db);
	const say = (ok: boolean, line: string) => context.print(`${ok ? 'ok  ' : 'FAIL'}  ${line}`);

	let allWell = true;
	let anchored = anchor === undefined;
	for (const [chain, name] of names) {
		const { head, broken, ...report } = await verifyChain(db, chain, anchor);
		say(broken === null, `${name}: ${chainText(broken)}, head ${head.sequence}/${head.hash}`);
		allWell &&= broken === null;
		anchored ||= report.anchored;
	}
	if (names.size === 0) say(true, 'there is no chain yet');
	if (anchor)
		say(
			anchored,
			`the noted head is ${anchored ? 'in a chain' : 'in no chain: events were cut off or written anew'}`
		);
	const files = !withFiles || (await verifyFiles(db, context, say));
	return allWell && anchored && files;
}

function parseArguments(args: readonly string[]): { anchor: ChainHead | undefined; withFiles: boolean } {
	const [verb, ...options] = args;
	if (verb !== 'verify') throw new UsageError('say what to do: verify');
	let anchor: ChainHead | undefined;
	let withFiles = false;
	for (let index = 0; index < options.length; index++) {
		const option = options[index];
		if (option === '--files') withFiles = true;
		else if (option === '--against') anchor = parseAnchor(options[++index] ?? '');
		else throw new UsageError(`unexpected ${option}`);
	}
	return { anchor, withFiles };
}

function parseAnchor(text: string): ChainHead {
	const [, sequence = '', hash = ''] = /^(\d{1,15})\/([0-9a-f]{64})$/.exec(text) ?? [];
	if (hash === '') throw new UsageError('a head is written SEQUENCE/HASH, as exports and backups print it');
	return { sequence: Number(sequence), hash };
}

/** A project's chain is shown by the project's slug. */
async function listChainNames(db: Db): Promise<Map<string, string>> {
	const projects = await db.selectFrom('project').select(['id', 'slug']).orderBy('slug').execute();
	const slugs = new Map(projects.map(({ id, slug }) => [id, slug]));
	return new Map((await listChains(db)).map((chain) => [chain, slugs.get(chain) ?? chain]));
}

async function verifyFiles(db: Db, context: CommandContext, say: (ok: boolean, line: string) => void) {
	const store = await makeFileStore(context.environment.dataDir);
	const { count, damaged } = await listDamagedFiles(db, store);
	for (const { sha256, problem } of damaged) say(false, `file ${sha256} is ${problem}`);
	say(damaged.length === 0, `${count} files, ${damaged.length} of them damaged`);
	return damaged.length === 0;
}
