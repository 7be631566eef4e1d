import { parseArgs } from 'node:util';
import * as v from 'valibot';
import { linkUrl } from '#lib/server/auth/one-time-links.ts';
import { loadClock, now } from '#lib/server/clock.ts';
import { createAdministrator } from '#lib/server/commands/create-administrator.ts';
import { Email } from '#lib/schemas/sign-in.ts';
import { UsageError, type CommandContext } from './command.ts';

export const usage = 'EMAIL NAME [--project SLUG]';
export const summary = 'make an account that looks after the installation, and print its one-time link';

export async function run(args: readonly string[], context: CommandContext): Promise<boolean> {
	const { values, positionals } = parse(args);
	const [email = '', ...words] = positionals;
	const name = words.join(' ').trim();
	const address = v.safeParse(Email, email);
	if (!address.success)
		throw new UsageError(`${email === '' ? 'no e-mail address' : email}: ${address.issues[0].message}`);
	if (name === '' || name.length > 200) throw new UsageError('give a name of at most 200 characters');

	const { db } = await context.connect();
	await loadClock(db);
	const projectSlug = values.project ?? null;
	const secret = await createAdministrator(db, { email: address.output, name, projectSlug }, now());
	context.print(`${name} chooses a password within seven days at this address, which works once:`);
	context.print(linkUrl(context.environment.origin, secret));
	return true;
}

function parse(args: readonly string[]) {
	try {
		return parseArgs({ args: [...args], options: { project: { type: 'string' } }, allowPositionals: true });
	} catch (error) {
		throw new UsageError(error instanceof Error ? error.message : String(error));
	}
}
