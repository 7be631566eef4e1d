import { PlanMeeting } from '#lib/schemas/meetings/meetings.ts';
import { planMeeting } from '#lib/server/commands/plan-meeting.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { listMeetingChoices } from '#lib/server/queries/list-meeting-choices.ts';
import { meetingHref } from '#lib/text/meetings/navigation.ts';

export const load = page('meeting:edit', async ({ db, actor, project }) => ({
	choices: await listMeetingChoices(db, project.id),
	me: actor.personId,
	own: actor.organisationId
}));

export const actions = {
	default: action('meeting:edit', PlanMeeting, async ({ db, actor, project, now }, input) => {
		const { slug } = await planMeeting(db, actor, input, now);
		return { to: `${meetingHref(project.slug, slug)}/agenda`, flash: 'meeting-planned' };
	})
};
