import { DELIVERABLE_STATES } from '#lib/domain/deliverable-states.ts';
import { page } from '#lib/server/http/page.ts';
import { findItemList } from '#lib/server/queries/find-item-list.ts';

export const load = page('deliverable:read', async ({ db, actor, project, data, today, url }) => {
	const asked = {
		kind: 'deliverable',
		states: DELIVERABLE_STATES,
		counted: ['in-review', 'accepted'],
		data,
		today,
		url
	} as const;
	return { ...(await findItemList(db, actor, asked)), startOn: project.startOn };
});
