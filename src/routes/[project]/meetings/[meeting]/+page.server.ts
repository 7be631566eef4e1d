import { can } from '#lib/domain/can.ts';
import { becameOf } from '#lib/domain/meetings/became.ts';
import { minutesSubject } from '#lib/domain/meetings/meeting-subject.ts';
import { isOfPublicRecord } from '#lib/domain/origin.ts';
import { TakeMeetingStep } from '#lib/schemas/meetings/meetings.ts';
import { takeMeetingStep } from '#lib/server/commands/take-meeting-step.ts';
import { action } from '#lib/server/http/action.ts';
import type { ProjectRequest } from '#lib/server/http/gate.ts';
import { mailFlash } from '#lib/server/mail/running.ts';
import { page } from '#lib/server/http/page.ts';
import { shownAgenda } from '#lib/server/pages/meeting-agenda.ts';
import { shownSteps } from '#lib/server/pages/meeting-steps.ts';
import { shownHolder } from '#lib/server/pages/shown-holder.ts';
import { findMeetingId } from '#lib/server/queries/find-meeting-id.ts';
import { findMeetingPage, type MeetingPage } from '#lib/server/queries/find-meeting-page.ts';
import { findMinutesHolder } from '#lib/server/queries/find-minutes-holder.ts';
import { listBecame } from '#lib/server/queries/list-became.ts';
import { listSources } from '#lib/server/queries/list-sources.ts';
import { findMeetingStanding } from '#lib/server/queries/find-meeting-standing.ts';

export const load = page('meeting:read', async (request) => {
	const { db, actor, now, today, param } = request;
	const found = await findMeetingPage(db, actor, param('meeting'));
	if (!found) return undefined;
	const { meeting, days, papers } = found;
	const readsMinutes = can(actor, 'minutes:read', minutesSubject(found.found.facts, actor)).ok;
	const seesPeople = can(actor, 'person:read', {}).ok;
	const outcomes = Map.groupBy(await listBecame(db, meeting.id), (one) => one.agendaItemId);
	return {
		meeting,
		days,
		agenda: shownAgenda(found, now),
		became: Object.fromEntries(
			[...outcomes].map(([point, ones]) => [point, becameOf(actor, ones, { readsMinutes, today })])
		),
		sources: isOfPublicRecord(meeting.origin) ? await listSources(db, actor.projectId, meeting.id) : [],
		papers: papers.filter(({ agendaItemId }) => agendaItemId === null),
		standing: await findMeetingStanding(db, actor, found.found),
		steps: shownSteps(actor, found, now),
		mayEdit: can(actor, 'meeting:edit', found.found.subject).ok,
		minutes: readsMinutes ? await minutesOf(request, found, seesPeople) : null,
		seesPeople
	};
});

/** How far the minutes are and, to the inside of the project, with whom they lie; null before there are any. */
async function minutesOf(
	{ db, actor, today }: ProjectRequest,
	{ meeting }: MeetingPage,
	seesPeople: boolean
) {
	const { id: meetingId, projectId, minutesState: state } = meeting;
	const holder = seesPeople ? await findMinutesHolder(db, { projectId, meetingId }, today) : null;
	if (holder === null) return state === 'draft' ? null : { state, holder };
	const named = new Map([
		[meeting.chairId, meeting.chair],
		[meeting.secretaryId, meeting.secretary]
	]);
	return { state, holder: shownHolder(holder, actor, { named, today }) };
}

export const actions = {
	step: action('meeting:edit', TakeMeetingStep, async ({ db, actor, now, param }, input) => {
		const meetingId = await findMeetingId(db, actor.projectId, param('meeting'));
		await takeMeetingStep(db, actor, { ...input, meetingId }, now);
		return { flash: input.event === 'invite' ? mailFlash('meeting-invite') : `meeting-${input.event}` };
	})
};
