import { connect } from '#db/connect.server.ts';
import type { Connection } from '#db/connection.ts';
import { EnvironmentError, readEnvironment, type Environment } from '#db/environment.ts';
import { errorText } from '#db/error-text.ts';
import { UsageError, type Command } from './command.ts';

interface Surroundings {
	commands: ReadonlyMap<string, Command>;
	variables: Record<string, string | undefined>;
	print(line: string): void;
	printError(line: string): void;
}

const PROGRAM = 'npm run -s cli --';

function help(commands: ReadonlyMap<string, Command>): string {
	const rows = [...commands].map(
		([name, command]) => [`${name} ${command.usage}`.trim(), command.summary] as const
	);
	rows.push(['help', 'show this']);
	const width = Math.max(...rows.map(([form]) => form.length));
	return [`Usage: ${PROGRAM} COMMAND`, '', ...rows.map((row) => `  ${row[0].padEnd(width)}  ${row[1]}`)].join(
		'\n'
	);
}

async function runCommand(
	command: Command,
	args: readonly string[],
	environment: Environment,
	print: Surroundings['print']
) {
	let connection: Promise<Connection> | undefined;
	const context = {
		environment,
		print,
		connect() {
			connection ??= connect(environment);
			return connection;
		}
	};
	return command.run(args, context).finally(() =>
		connection?.then(
			({ close }) => close(),
			() => undefined
		)
	);
}

/** Runs one command and resolves to the exit code: 0 done, 1 failed, 2 wrong command line or environment. */
export async function dispatch(argv: readonly string[], surroundings: Surroundings): Promise<0 | 1 | 2> {
	const { commands, variables, print, printError } = surroundings;
	const [name = 'help', ...args] = argv;
	if (['help', '--help', '-h'].includes(name)) {
		print(help(commands));
		return argv.length === 0 ? 2 : 0;
	}

	const command = commands.get(name);
	if (command === undefined) {
		printError(`There is no command ${name}.\n\n${help(commands)}`);
		return 2;
	}

	try {
		return (await runCommand(command, args, readEnvironment(variables), print)) ? 0 : 1;
	} catch (error) {
		printError(`${name}: ${errorText(error)}`);
		if (error instanceof UsageError) printError(`Usage: ${PROGRAM} ${name} ${command.usage}`.trim());
		return error instanceof UsageError || error instanceof EnvironmentError ? 2 : 1;
	}
}
