import { MILESTONE_STATES } from '#lib/domain/milestones.ts';
import { page } from '#lib/server/http/page.ts';
import { findItemList } from '#lib/server/queries/find-item-list.ts';

export const load = page('milestone:read', async ({ db, actor, project, data, today, url }) => {
	const asked = {
		kind: 'milestone',
		states: MILESTONE_STATES,
		counted: ['verifying', 'declared'],
		data,
		today,
		url
	} as const;
	return { ...(await findItemList(db, actor, asked)), startOn: project.startOn };
});
