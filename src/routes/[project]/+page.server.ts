import { mayEver } from '#lib/domain/can.ts';
import { page } from '#lib/server/http/page.ts';
import { listLooks } from '#lib/server/queries/list-looks.ts';
import { findHome } from '#lib/server/queries/find-home.ts';

export const load = page('home:read', async ({ db, actor, project, data, today, now }) => ({
	...(await findHome(db, actor, { ...data, today, timeZone: project.timeZone })),
	openLooks:
		isLooked(project, now) && mayEver(actor, 'look:end')
			? (await listLooks(db, project.id, now)).filter((look) => look.isOpen)
			: [],
	startOn: project.startOn,
	timeZone: project.timeZone,
	today
}));

/** Most of the time nobody looks, and nothing needs to be read about it. */
function isLooked({ lookUntilAt }: { lookUntilAt: string | null }, now: Date): boolean {
	return lookUntilAt !== null && lookUntilAt > now.toISOString();
}
