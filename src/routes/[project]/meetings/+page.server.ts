import { mayEver } from '#lib/domain/can.ts';
import { readMeetingFilter } from '#lib/schemas/meetings/meeting-list.ts';
import { page } from '#lib/server/http/page.ts';
import { findMeetingList } from '#lib/server/queries/find-meeting-list.ts';

export const load = page('meeting:read', async ({ db, actor, today, url }) => {
	const filter = readMeetingFilter(url);
	const list = await findMeetingList(db, actor, filter, today);
	return { ...list, filter, query: url.searchParams.toString(), mayPlan: mayEver(actor, 'meeting:edit') };
});
