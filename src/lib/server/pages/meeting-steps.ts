import { can } from '#lib/domain/can.ts';
import { dayIn } from '#lib/domain/days.ts';
import { eventsFrom } from '#lib/domain/life-cycle.ts';
import { MEETING_LIFE, meetingStepBlocks } from '#lib/domain/meetings/meeting-life.ts';
import type { Actor } from '#lib/domain/roles.ts';
import type { MeetingPage } from '#lib/server/queries/find-meeting-page.ts';
import { sentenceOf } from '#lib/text/reasons.ts';

/** Taken by hand; approved minutes move their meeting themselves. */
const BY_HAND = ['invite', 'start', 'end', 'close', 'cancel'] as const;

/** The next steps of a meeting for those who prepare it, each with what still stands against it. */
export function shownSteps(actor: Actor, { found, meeting, days, agenda }: MeetingPage, now: Date) {
	if (!can(actor, 'meeting:edit', found.subject).ok) return [];
	const today = dayIn(meeting.timeZone, now);
	const facts = { ...found.meeting, days, agenda, invitees: found.invitees.length, today };
	return eventsFrom(MEETING_LIFE, BY_HAND, meeting.state).map((event) => ({
		event,
		blocks: meetingStepBlocks(facts, event).map(sentenceOf)
	}));
}
