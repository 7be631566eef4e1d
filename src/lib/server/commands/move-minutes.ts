import type { Db } from '#db/schema.ts';
import { MEETING_LIFE, type MeetingEvent } from '#lib/domain/meetings/meeting-life.ts';
import { MINUTES_CYCLE, type MinutesEvent } from '#lib/domain/meetings/minutes.ts';
import type { MinutesFound } from '#lib/server/queries/find-minutes-facts.ts';
import { changeMeeting } from './change-meeting.ts';

/** The step that the meeting itself takes with its minutes. */
const ALONG: Partial<Record<MinutesEvent, MeetingEvent>> = { approve: 'minute', lock: 'close' };

/** Takes minutes to their next state, and the meeting along where that ends a part of it. */
export async function moveMinutes(
	db: Db,
	{ meeting }: Pick<MinutesFound, 'meeting'>,
	event: MinutesEvent,
	now: Date
): Promise<void> {
	const along = ALONG[event];
	const step = along && MEETING_LIFE[along];
	const state = step?.from.includes(meeting.state) ? { state: step.to } : {};
	await changeMeeting(db, meeting, { minutesState: MINUTES_CYCLE[event].to, ...state }, now, false);
}
