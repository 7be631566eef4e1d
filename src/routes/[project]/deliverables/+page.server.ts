import { mayAlways } from '#lib/domain/can.ts';
import { DELIVERABLE_STATES } from '#lib/domain/deliverable-states.ts';
import { page } from '#lib/server/http/page.ts';
import { findItemList } from '#lib/server/queries/find-item-list.ts';

export const load = page('deliverable:read', async ({ db, actor, project, today, url }) => {
	const asked = { kind: 'deliverable', states: DELIVERABLE_STATES, today, url } as const;
	const { all, list } = await findItemList(db, actor, asked);
	const count = (chosen: typeof all) => ({ count: chosen.length, of: all.length });
	return {
		...list,
		tallies: {
			late: count(all.filter((item) => item.dates.state === 'late')),
			mine: count(all.filter((item) => item.mine)),
			inReview: count(all.filter((item) => item.state === 'in-review')),
			accepted: count(all.filter((item) => item.state === 'accepted'))
		},
		isInside: mayAlways(actor, 'progress:read'),
		startOn: project.startOn
	};
});
