import { migrate } from '#db/migrate.server.ts';
import { assertNoArguments, type CommandContext } from './command.ts';

export const usage = '';
export const summary = 'bring the database up to date with this version of the program';

export async function run(args: readonly string[], context: CommandContext): Promise<boolean> {
	assertNoArguments(args);
	const { db } = await context.connect();
	const applied = await migrate(db);
	for (const name of applied) context.print(`applied ${name}`);
	if (applied.length === 0) context.print('The database is up to date.');
	return true;
}
