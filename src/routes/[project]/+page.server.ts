import { mayEver } from '#lib/domain/can.ts';
import { firstOf } from '#lib/domain/first-of.ts';
import { shownCounts } from '#lib/domain/home-counts.ts';
import { itemsShown, shownHands } from '#lib/domain/home-work.ts';
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
	const work = home.work.map(({ number, hands }) => ({ number, hands: shownHands(hands) }));
	const named = new Set(work.flatMap(({ hands }) => itemsShown(hands).map(({ id }) => id)));
	return {
		...home,
		// Everything that a page is given is written out once, seen or not: only what it names.
		counts: shownCounts(home.counts),
		waiting: { ...home.waiting, items: firstOf(home.waiting.items) },
		granted: firstOf(home.granted),
		results: firstOf(home.results),
		work,
		covers: new Map([...home.covers].filter(([id]) => named.has(id))),
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
