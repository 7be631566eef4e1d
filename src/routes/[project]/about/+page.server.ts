import { mayEver } from '#lib/domain/can.ts';
import { monthEnd } from '#lib/domain/days.ts';
import { page } from '#lib/server/http/page.ts';
import { findAboutPage } from '#lib/server/queries/find-about-page.ts';

export const load = page('project:read', async ({ db, actor, project }) => {
	const about = await findAboutPage(db, project.id, mayEver(actor, 'contact:read'));
	if (!about) return undefined;
	return {
		about,
		endOn: monthEnd(about.project.startOn, about.project.durationMonths),
		mayEdit: mayEver(actor, 'project:edit'),
		mayRemoveSample: project.sampleRecords > 0 && mayEver(actor, 'sample:remove')
	};
});
