import { EditMeeting } from '#lib/schemas/meetings/meetings.ts';
import { editMeeting } from '#lib/server/commands/edit-meeting.ts';
import { action } from '#lib/server/http/action.ts';
import { page } from '#lib/server/http/page.ts';
import { findMeetingEditor } from '#lib/server/queries/find-meeting-editor.ts';
import { findMeetingId } from '#lib/server/queries/find-meeting-id.ts';
import { listMeetingChoices } from '#lib/server/queries/list-meeting-choices.ts';
import { meetingHref } from '#lib/text/meetings/navigation.ts';

export const load = page('meeting:edit', async ({ db, actor, project, param }) => {
	const editor = await findMeetingEditor(db, actor, param('meeting'));
	return editor && { ...editor, choices: await listMeetingChoices(db, project.id) };
});

export const actions = {
	default: action('meeting:edit', EditMeeting, async ({ db, actor, project, now, param }, input) => {
		const meetingId = await findMeetingId(db, actor.projectId, param('meeting'));
		await editMeeting(db, actor, { ...input, meetingId }, now);
		return { to: meetingHref(project.slug, param('meeting')) };
	})
};
