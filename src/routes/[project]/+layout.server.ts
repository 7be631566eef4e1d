import { mayEver } from '#lib/domain/can.ts';
import { projectMonth } from '#lib/domain/days.ts';
import { page } from '#lib/server/http/page.ts';
import { navigationFor } from '#lib/text/navigation.ts';

export const load = page('home:read', async ({ actor, project, today, url }) => {
	const { slug, acronym, title, startOn, durationMonths } = project;
	return {
		project: { slug, acronym, title, month: projectMonth(startOn, today), months: durationMonths },
		navigation: navigationFor(actor, slug, url.pathname),
		/** For those who may see which they are. */
		sampleRecords: mayEver(actor, 'project:read') ? project.sampleRecords : 0,
		acting: actor.actingFor ? { person: actor.actingFor.name, own: actor.personId } : null
	};
});
