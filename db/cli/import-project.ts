import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { pendingMigrations } from '#db/migrate.server.ts';
import { PROJECT_FILE_LIMIT } from '#lib/schemas/project-file.ts';
import { loadClock, now } from '#lib/server/clock.ts';
import { importProject, type ImportInput } from '#lib/server/commands/import-project.ts';
import { UsageError, type CommandContext } from './command.ts';

export const usage = 'FILE [--dry-run] [--into SLUG] [--replace-sample]';
export const summary = 'load a project from one JSON file, described in docs/load-your-own-project.md';

function read(args: readonly string[]): Omit<ImportInput, 'content'> & { file: string } {
	const rest = [...args];
	const flag = (name: string) => {
		const at = rest.indexOf(name);
		if (at >= 0) rest.splice(at, 1);
		return at >= 0;
	};
	const dryRun = flag('--dry-run');
	const replaceSample = flag('--replace-sample');
	const at = rest.indexOf('--into');
	const [, into] = at < 0 ? [] : rest.splice(at, 2);
	if (at >= 0 && into === undefined) throw new UsageError('--into needs the slug of a project');
	if (replaceSample && into === undefined) throw new UsageError('--replace-sample needs --into SLUG');
	const [file, ...surplus] = rest;
	if (file === undefined || file.startsWith('--'))
		throw new UsageError(file === undefined ? 'FILE is missing' : `unexpected ${file}`);
	if (surplus.length > 0) throw new UsageError(`unexpected ${surplus.join(' ')}`);
	return { file, dryRun, replaceSample, ...(into === undefined ? {} : { into }) };
}

export async function run(args: readonly string[], context: CommandContext): Promise<boolean> {
	const { file, ...input } = read(args);
	if (!existsSync(file)) throw new UsageError(`there is no file ${file}`);
	if ((await stat(file)).size > PROJECT_FILE_LIMIT)
		throw new Error(`${file} is larger than ${PROJECT_FILE_LIMIT / 1_000_000} MB`);
	const content = await readFile(file, 'utf8');
	const { db } = await context.connect();
	if ((await pendingMigrations(db)).length > 0)
		throw new Error('the database is not up to date: run migrate first');

	await loadClock(db);
	const result = await importProject(db, 'Command line', { content, ...input }, now());
	if (!result.ok) {
		for (const { path, message } of result.problems)
			context.print(path === '' ? message : `${path}: ${message}`);
		const count = result.problems.length;
		context.print(`${count} ${count === 1 ? 'problem' : 'problems'}; nothing was stored.`);
		return false;
	}
	for (const [what, count] of Object.entries(result.counts))
		context.print(`${String(count).padStart(5)}  ${what}`);
	context.print(
		input.dryRun === true
			? `Everything fits; as a trial, nothing was stored.`
			: `Stored as /${result.slug}. For the first account: create-admin EMAIL NAME --project ${result.slug}`
	);
	return true;
}
