import { commands } from './cli/commands.ts';
import { dispatch } from './cli/dispatch.ts';

process.exitCode = await dispatch(process.argv.slice(2), {
	commands,
	variables: process.env,
	print: (line) => console.log(line),
	printError: (line) => console.error(line)
});
