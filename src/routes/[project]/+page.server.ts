import { mayEver } from '#lib/domain/can.ts';
import { rememberVisit } from '#lib/server/commands/progress/remember-visit.ts';
import { newId } from '#lib/server/ids.ts';
import { giveOpinionAction } from '#lib/server/pages/opinions.ts';
import { page } from '#lib/server/http/page.ts';
import { findInstallationFacts } from '#lib/server/installation.ts';
import { listLooks } from '#lib/server/queries/list-looks.ts';
import { findHome } from '#lib/server/queries/find-home.ts';

export const actions = { opinion: giveOpinionAction };

export const load = page('home:read', async ({ db, actor, project, data, today, now, event }) => {
	const asked = { ...data, today, timeZone: project.timeZone, now, project };
	const { visit, ...home } = await findHome(db, actor, asked);
	await rememberVisit(db, actor, visit, now);
	const seesInstallation = home.sections.includes('installation');
	// How the server is changes without any change of the project.
	if (seesInstallation) event.setHeaders({ 'Cache-Control': 'no-store' });
	return {
		...home,
		installation: seesInstallation ? await findInstallationFacts(db) : null,
		openLooks:
			isLooked(project, now) && mayEver(actor, 'look:end')
				? (await listLooks(db, project.id, now)).filter((look) => look.isOpen)
				: [],
		commentKey: newId(),
		startOn: project.startOn,
		timeZone: project.timeZone,
		today
	};
});

/** Most of the time nobody looks, and nothing needs to be read about it. */
function isLooked({ lookUntilAt }: { lookUntilAt: string | null }, now: Date): boolean {
	return lookUntilAt !== null && lookUntilAt > now.toISOString();
}
