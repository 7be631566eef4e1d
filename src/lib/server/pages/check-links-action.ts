import { NothingSchema } from '#lib/schemas/fields.ts';
import { checkLinksNow } from '#lib/server/commands/check-links-now.ts';
import { action } from '#lib/server/http/action.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { askAddress, BOUNDS } from '#lib/server/links/ask-address.ts';

/** Somebody waits for the page, so a slow site gets less time than from the timer. */
const SOON = { ...BOUNDS, mostMilliseconds: 8_000 };

/** Looks at the address of the line that the page shows, or at those of the whole log. */
export function checkLinksAction(of: (request: ProjectRequest) => { code?: string }) {
	return action('outreach:check-links', NothingSchema, async (request) => {
		const { db, actor, now } = request;
		const checked = await checkLinksNow(db, actor, of(request), (url) => askAddress(url, SOON), now);
		const [first] = checked;
		const label = checked.length === 1 ? (first?.code ?? '') : `${checked.length} addresses`;
		return { flash: 'links-checked', label };
	});
}
