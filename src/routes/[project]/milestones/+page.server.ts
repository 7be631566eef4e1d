import { mayAlways } from '#lib/domain/can.ts';
import { MILESTONE_STATES } from '#lib/domain/milestones.ts';
import { page } from '#lib/server/http/page.ts';
import { findItemList } from '#lib/server/queries/find-item-list.ts';

export const load = page('milestone:read', async ({ db, actor, project, today, url }) => {
	const asked = { kind: 'milestone', states: MILESTONE_STATES, today, url } as const;
	const { all, list } = await findItemList(db, actor, asked);
	const count = (chosen: typeof all) => ({ count: chosen.length, of: all.length });
	return {
		...list,
		tallies: {
			late: count(all.filter((item) => item.dates.state === 'late')),
			mine: count(all.filter((item) => item.mine)),
			verifying: count(all.filter((item) => item.state === 'verifying')),
			declared: count(all.filter((item) => item.state === 'declared'))
		},
		isInside: mayAlways(actor, 'milestone:read'),
		startOn: project.startOn
	};
});
