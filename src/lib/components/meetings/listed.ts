import type { MeetingKind, MeetingMode, MeetingState } from '#lib/domain/meetings/meetings.ts';
import type { Origin } from '#lib/domain/origin.ts';

/** A meeting as lists show it. */
export interface ListedMeeting {
	slug: string;
	title: string;
	kind: MeetingKind;
	mode: MeetingMode;
	place: string;
	state: MeetingState;
	origin: Origin;
	series: string | null;
	host: string | null;
	firstDay: string | null;
	lastDay: string | null;
}

/** First and last day, once where they are the same. */
export function daysOf({ firstDay, lastDay }: ListedMeeting): string[] {
	return [...new Set([firstDay, lastDay].filter((day) => day !== null))];
}

export function placeOf({ mode, place }: ListedMeeting): string {
	return mode === 'online' ? 'Online' : place;
}
