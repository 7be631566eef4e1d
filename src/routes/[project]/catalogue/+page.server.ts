import { mayEver } from '#lib/domain/can.ts';
import { page } from '#lib/server/http/page.ts';
import { listEntries } from '#lib/server/queries/list-entries.ts';
import { entryStateText } from '#lib/text/catalogue/entry-states.ts';

export const load = page('catalogue:read', async ({ db, actor, data, today, url }) => {
	const { algorithm, states, entries, ...list } = await listEntries(db, actor, { ...data, url, today });
	return {
		...list,
		states: states.map((one) => ({ ...one, ...entryStateText(algorithm, one.state) })),
		entries: entries.map((entry) => ({ ...entry, badge: entryStateText(algorithm, entry.state) })),
		today,
		mayCreate: mayEver(actor, 'entry:create')
	};
});
