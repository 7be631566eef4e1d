import type { Connection } from '#db/connection.ts';
import type { Environment } from '#db/environment.ts';

export interface CommandContext {
	environment: Environment;
	/** Connects on first use; the dispatcher closes it. */
	connect(): Promise<Connection>;
	print(line: string): void;
}

export interface Command {
	/** What follows the command's name, such as `FILE`; empty when nothing does. */
	usage: string;
	summary: string;
	/** Resolves to true when everything is well; false ends the program with 1. */
	run(args: readonly string[], context: CommandContext): Promise<boolean>;
}

/** The command line is wrong: the program shows how it is used and ends with 2. */
export class UsageError extends Error {
	override readonly name = 'UsageError';
}

export function assertNoArguments(args: readonly string[]) {
	if (args.length > 0) throw new UsageError(`unexpected ${args.join(' ')}`);
}
