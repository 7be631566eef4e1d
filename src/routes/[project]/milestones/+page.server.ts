import { mayAlways } from '#lib/domain/can.ts';
import { readMilestoneList } from '#lib/schemas/milestone-list.ts';
import { page } from '#lib/server/http/page.ts';
import { findMilestoneList, MILESTONE_PAGE } from '#lib/server/queries/find-milestone-list.ts';
import { listFilterChoices } from '#lib/server/queries/list-filter-choices.ts';

export const load = page('milestone:read', async ({ db, actor, project, today, url }) => {
	const filter = readMilestoneList(url);
	const { wp: workPackage, order, ...rest } = filter;
	const query = { ...rest, workPackage, descending: order === 'down' };
	return {
		...(await findMilestoneList(db, actor, query, { project, today })),
		size: MILESTONE_PAGE,
		filter,
		choices: await listFilterChoices(db, project.id),
		isInside: mayAlways(actor, 'milestone:read'),
		startOn: project.startOn,
		today
	};
});
