import { mayEver } from '#lib/domain/can.ts';
import { page } from '#lib/server/http/page.ts';
import { findPeoplePage } from '#lib/server/queries/find-people-page.ts';

export const load = page('person:read', async ({ db, actor, today, url }) => {
	const asked = (name: string) => (url.searchParams.get(name) ?? '').slice(0, 100);
	const filters = {
		organisation: asked('organisation'),
		country: asked('country'),
		role: asked('role'),
		q: asked('q')
	};
	return {
		filters,
		mayInvite: mayEver(actor, 'person:invite'),
		...(await findPeoplePage(db, actor, filters, today))
	};
});
