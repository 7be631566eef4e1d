import { fold } from '#lib/domain/fold.ts';
import { isAgendaOpen } from './agenda.ts';
import type { MeetingKind, MeetingMode, MeetingState, MinutesState } from './meetings.ts';
import { isTimeZone } from './zones.ts';

export type MeetingEditReason =
	| { code: 'meeting-ended'; state: MeetingState; minutesState: MinutesState }
	| { code: 'meeting-place-missing' }
	| { code: 'meeting-country-missing' }
	| { code: 'meeting-zone-unknown'; timeZone: string }
	| { code: 'meeting-series-exists'; title: string };

interface Planned {
	kind: MeetingKind;
	mode: MeetingMode;
	place: string;
	country: string | null;
	timeZone: string;
}

/** What a meeting needs before it can stand in anybody's calendar. */
export function meetingBlocks({ kind, mode, place, country, timeZone }: Planned): MeetingEditReason[] {
	return [
		...(mode !== 'online' && place === '' ? [{ code: 'meeting-place-missing' } as const] : []),
		...(kind === 'national' && country === null ? [{ code: 'meeting-country-missing' } as const] : []),
		...(isTimeZone(timeZone) ? [] : [{ code: 'meeting-zone-unknown', timeZone } as const])
	];
}

/** Agenda and head may change until the minutes go round, and not once the meeting has ended for good. */
export function meetingOpenBlocks(meeting: {
	state: MeetingState;
	minutesState: MinutesState;
}): MeetingEditReason[] {
	const { state, minutesState } = meeting;
	return isAgendaOpen(meeting) ? [] : [{ code: 'meeting-ended', state, minutesState }];
}

/** Names that addresses of pages have taken. */
const PAGES = ['new'];

/** A short name for addresses out of a title, with the month of the first day; a number where it is taken. */
export function meetingSlug(title: string, day: string | null, taken: readonly string[]): string {
	const words = slugOf(title) || 'meeting';
	const month = day?.slice(0, 7) ?? '';
	const plain = month === '' || words.includes(month.slice(0, 4)) ? words : `${words}-${month}`;
	const used = new Set([...taken, ...PAGES]);
	if (!used.has(plain)) return plain;
	for (let number = 2; ; number++) if (!used.has(`${plain}-${number}`)) return `${plain}-${number}`;
}

/** Small Latin letters and digits, as addresses show them; nothing where a title has none. */
export function slugOf(title: string): string {
	return fold(title)
		.replace(/[^a-z0-9]+/g, '-')
		.replace(/^-+|-+$/g, '')
		.slice(0, 48)
		.replace(/-+$/, '');
}

/** Where points of the agenda go when the days change: to the day in the same place of the row, or to the last. */
export function movedDays(before: readonly string[], after: readonly string[]): Map<string, string> {
	const kept = new Set(after);
	const pairs = [...before].sort().flatMap((day, index) => {
		const to = kept.has(day) ? day : ([...after].sort()[index] ?? [...after].sort().at(-1));
		return to === undefined || to === day ? [] : [[day, to] as const];
	});
	return new Map(pairs);
}
