import * as v from 'valibot';
import { MEETING_KINDS } from '#lib/domain/meetings/meetings.ts';

const word = v.optional(v.fallback(v.pipe(v.string(), v.trim(), v.maxLength(100)), ''), '');

/** The filters of the list of meetings as they stand in its address. */
const MeetingListParameters = v.object({
	q: word,
	kind: v.optional(v.fallback(v.picklist(['', ...MEETING_KINDS]), ''), ''),
	series: word,
	country: word
});
export type MeetingFilter = v.InferOutput<typeof MeetingListParameters>;

export function readMeetingFilter(url: URL): MeetingFilter {
	return v.parse(MeetingListParameters, Object.fromEntries(url.searchParams));
}
