import type { Db } from '#db/schema.ts';
import { listCases, type Case } from '#tests/routes/cases.ts';
import { addressOf } from '#tests/routes/knock.ts';
import { listVisitors } from '#tests/routes/people.ts';
import { listTargets } from '#tests/routes/targets.ts';

const FAVOURITES: readonly string[] = ['D4.2', 'MS3', '4', 'leslie'];

async function statesOf(db: Db): Promise<Map<string, string>> {
	const items = await db.selectFrom('item').select(['id', 'state']).execute();
	return new Map(items.map((item) => [item.id, item.state]));
}

function isFavourite({ target }: Case): number {
	return FAVOURITES.includes(target.code) ? 0 : 1;
}

export interface Pages {
	/** Every kind of page once. */
	kinds: string[];
	/** The pages of items once more, in every other state. */
	states: string[];
}

/** The pages of their project that each visitor may open, by the name of the account; `nobody` is not signed in. */
export async function listPages(db: Db): Promise<Map<string, Pages>> {
	const states = await statesOf(db);
	const cases = listCases(await listTargets(db), await listVisitors(db));
	const open = cases
		.filter((one) => one.row.act === 'load' && one.expected === 'open')
		.filter(({ visitor, target }) => target.slug === (visitor.slug || 'leslie'))
		.sort((a, b) => isFavourite(a) - isFavourite(b));
	const seen = new Set<string>();
	const pages = new Map<string, Pages>();
	for (const one of open) {
		const { name } = one.visitor;
		const mine = pages.get(name) ?? { kinds: [], states: [] };
		const kind = `${name} ${one.row.route}`;
		const state = `${kind} ${states.get(one.target.id) ?? ''}`;
		if (!seen.has(kind)) mine.kinds.push(addressOf(one));
		else if (!seen.has(state)) mine.states.push(addressOf(one));
		seen.add(kind).add(state);
		pages.set(name, mine);
	}
	return pages;
}
