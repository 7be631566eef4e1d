import { readFile } from 'node:fs/promises';
import { migrate } from '#db/migrate.server.ts';
import type { Db } from '#db/schema.ts';
import { loadDemo } from '#lib/server/demo/load-demo.ts';
import { DEMO_PEOPLE, emailOf } from '#lib/server/demo/people.ts';
import { startOver } from '#lib/server/demo/start-over.ts';
import { openFileStore } from '#lib/server/files/store.ts';
import { ROLE_TEXT } from '#lib/text/roles.ts';
import { UsageError, type CommandContext } from './command.ts';

export const usage = '[--if-empty] [--accounts]';
export const summary = 'load LESLIE with sample data and people into an empty installation';

const FOLDER = new URL('../projects/leslie/', import.meta.url);

export async function run(args: readonly string[], context: CommandContext): Promise<boolean> {
	const surplus = args.filter((one) => one !== '--if-empty' && one !== '--accounts');
	if (surplus.length > 0) throw new UsageError(`unexpected ${surplus.join(' ')}`);
	const { db } = await context.connect();
	const { demoPassword } = context.environment;
	if (args.includes('--accounts')) {
		if (await hasAccounts(db)) printAccounts(context.print, demoPassword);
		return true;
	}

	await migrate(db);
	await startOver(db);
	if (await db.selectFrom('project').select('id').limit(1).executeTakeFirst()) {
		if (args.includes('--if-empty')) return true;
		context.print('There is a project here already: the demo goes into an empty installation only.');
		return false;
	}
	const [facts, plan] = [
		await readFile(new URL('project.json', FOLDER), 'utf8'),
		await readFile(new URL('sample-plan.json', FOLDER), 'utf8')
	];
	const store = await openFileStore(context.environment.dataDir);
	await loadDemo(db, store, { facts, plan }, demoPassword);
	context.print('LESLIE is loaded, with sample data.\n');
	printAccounts(context.print, demoPassword);
	return true;
}

async function hasAccounts(db: Db): Promise<boolean> {
	const emails = DEMO_PEOPLE.filter(({ signsIn }) => signsIn).map(emailOf);
	const person = db
		.selectFrom('person')
		.select('id')
		.where('email', 'in', emails)
		.where('origin', '=', 'sample');
	return (await person.limit(1).executeTakeFirst()) !== undefined;
}

function printAccounts(print: CommandContext['print'], password: string): void {
	const rows = DEMO_PEOPLE.filter(({ signsIn }) => signsIn).map((person) => [
		emailOf(person),
		[...new Set(person.roles.map(({ role }) => ROLE_TEXT[role]))].join(', '),
		person.organisation.toUpperCase()
	]);
	const widths = [0, 1].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
	print(`Accounts of the demo, all with the password ${password}:`);
	for (const row of rows)
		print(
			`  ${row
				.map((cell, column) => cell.padEnd(widths[column] ?? 0))
				.join('  ')
				.trimEnd()}`
		);
}
