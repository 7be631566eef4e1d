import { askAddress } from '#lib/server/links/ask-address.ts';
import { checkLinks } from '#lib/server/commands/check-links.ts';
import { assertNoArguments, type CommandContext } from './command.ts';

export const usage = '';
export const summary =
	'look at every address of the dissemination logs, and keep date and hash of what answered';

/** Fails when something is gone, so that a timer tells. */
export async function run(args: readonly string[], context: CommandContext): Promise<boolean> {
	assertNoArguments(args);
	const { db } = await context.connect();
	const projects = await db.selectFrom('project').select(['id', 'slug']).orderBy('slug').execute();
	let isWell = true;
	for (const { id, slug } of projects)
		for (const { code, url, result } of await checkLinks(db, id, askAddress, () => new Date())) {
			context.print(`${slug} ${code} ${result}: ${url}`);
			isWell &&= result !== 'gone';
		}
	return isWell;
}
