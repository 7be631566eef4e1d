import { offsetText } from './zones.ts';

/** D4.2 due: Report on gaps. */
export function dueText(about: 'item' | 'review', code: string, title: string): string {
	return about === 'review' ? `Review ${code}: ${title}` : `${code} due: ${title}`;
}

export const DUE_PROSE = {
	item: 'The agreed day. It lies with you or your organisation.',
	review: 'Your signature is asked for until this day.'
} as const;

/** Consortium meeting (day 2 of 2). */
export function meetingEventText(title: string, day: number, days: number): string {
	return days === 1 ? title : `${title} (day ${day} of ${days})`;
}

/** What stands below a meeting in a calendar. */
export function meetingProse(meeting: {
	cancelledReason: string | null;
	link: string | null;
	timeZone: string;
	offset: number | null;
}): string {
	return [
		meeting.cancelledReason === null ? '' : `Cancelled: ${meeting.cancelledReason}`,
		meeting.offset === null ? '' : `Times of ${meeting.timeZone}, ${offsetText(meeting.offset)}`,
		meeting.link ?? ''
	]
		.filter((line) => line !== '')
		.join('\n');
}
