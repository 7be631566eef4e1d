import { sheetRows } from '#lib/domain/meetings/sign-in-sheet.ts';
import { page } from '#lib/server/http/page.ts';
import { findMeetingPeople } from '#lib/server/queries/find-meeting-people.ts';
import { findProjectSettings } from '#lib/server/queries/find-project-settings.ts';

export const load = page('meeting:attendance', async ({ db, actor, project, param }) => {
	const found = await findMeetingPeople(db, actor, param('meeting'));
	if (!found?.mayPrint) return undefined;
	const settings = await findProjectSettings(db, project.id);
	return {
		meeting: found.meeting,
		days: found.days.map(({ day }) => day),
		rows: sheetRows(found.invitees),
		consortium: {
			title: settings?.title ?? '',
			grantNumber: settings?.grantNumber ?? null,
			programme: settings?.programme ?? null
		}
	};
});
