import { addDays, type Day } from '#lib/domain/days.ts';
import { observances } from './calendar-zones.ts';
import { instantOf, type Slot } from './zones.ts';

/** Octets of a line, without its end (RFC 5545, 3.1). */
const LINE_OCTETS = 75;

export interface CalendarEvent {
	/** The same for ever, whatever changes. */
	uid: string;
	/** Counts the changes that calendars have to take over. */
	sequence: number;
	/** ISO instant of the last of them. */
	changedAt: string;
	summary: string;
	description: string;
	location: string;
	url: string;
	status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED';
	/** A whole day, or a stretch of one on the clocks of a zone. */
	when: { day: Day } | (Slot & { timeZone: string });
}

/** The name of a day of a meeting in calendars, which stays when the day moves; the first day is 1. */
export function meetingUid(meetingId: string, day: number): string {
	return `${meetingId}-${day}`;
}

interface Mailbox {
	name: string;
	address: string;
}

/** How a calendar goes out by mail (RFC 5546). */
export interface Sent {
	/** A request and a cancellation are about one event, and for one person. */
	method: 'REQUEST' | 'CANCEL' | 'PUBLISH';
	/** ISO instant. */
	at: string;
	/** Whom answers reach. */
	organiser: Mailbox;
	attendee: Mailbox;
}

/** A calendar to subscribe to as RFC 5545 has it, with a block for every zone in it. */
export function calendarText(name: string, events: readonly CalendarEvent[]): string {
	const head = [
		`NAME:${escaped(name)}`,
		`X-WR-CALNAME:${escaped(name)}`,
		'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
		'X-PUBLISHED-TTL:PT1H'
	];
	return textOf(head, events);
}

/** The same as a message that a mail brings, which a calendar can answer. */
export function sentCalendarText(events: readonly CalendarEvent[], sent: Sent): string {
	return textOf([`METHOD:${sent.method}`], events, sent);
}

function textOf(head: readonly string[], events: readonly CalendarEvent[], sent?: Sent): string {
	const lines = [
		'BEGIN:VCALENDAR',
		'VERSION:2.0',
		'PRODID:-//LESLIE dashboard//Calendar//EN',
		'CALSCALE:GREGORIAN',
		...head,
		...zoneLines(events),
		...events.flatMap((event) => eventLines(event, sent)),
		'END:VCALENDAR'
	];
	return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent, sent?: Sent): string[] {
	const { when } = event;
	const changed = stampOf(event.changedAt);
	return [
		'BEGIN:VEVENT',
		`UID:${escaped(event.uid)}`,
		// Without a METHOD, the stamp is that of the last change (RFC 5545, 3.8.7.2).
		`DTSTAMP:${sent ? stampOf(sent.at) : changed}`,
		`LAST-MODIFIED:${changed}`,
		...(sent ? peopleLines(sent) : []),
		`SEQUENCE:${event.sequence}`,
		...('timeZone' in when
			? [
					`DTSTART${momentOf(when.timeZone, when.day, when.startsAt)}`,
					`DTEND${momentOf(when.timeZone, when.day, when.endsAt)}`
				]
			: [
					`DTSTART;VALUE=DATE:${compact(when.day)}`,
					`DTEND;VALUE=DATE:${compact(addDays(when.day, 1))}`,
					'TRANSP:TRANSPARENT'
				]),
		`STATUS:${event.status}`,
		`SUMMARY:${escaped(event.summary)}`,
		...(event.location === '' ? [] : [`LOCATION:${escaped(event.location)}`]),
		...(event.description === '' ? [] : [`DESCRIPTION:${escaped(event.description)}`]),
		`URL:${event.url}`,
		'END:VEVENT'
	];
}

function peopleLines({ method, organiser, attendee }: Sent): string[] {
	const asks = method === 'REQUEST' ? ';PARTSTAT=NEEDS-ACTION;RSVP=TRUE' : '';
	return [
		`ORGANIZER${mailbox(organiser)}`,
		// What is only published is nobody's to answer.
		...(method === 'PUBLISH' ? [] : [`ATTENDEE;ROLE=REQ-PARTICIPANT${asks}${mailbox(attendee)}`])
	];
}

/** A quoted name holds neither quotes nor control characters (RFC 5545, 3.1). */
function mailbox({ name, address }: Mailbox): string {
	return `;CN="${name.replaceAll(/["\p{Cc}]/gu, ' ')}":mailto:${address}`;
}

/** A year more on both sides, for calendars that show an event beside others of their own. */
function zoneLines(events: readonly CalendarEvent[]): string[] {
	const timed = events.flatMap(({ when }) => ('timeZone' in when ? [when] : []));
	return [...Map.groupBy(timed, (when) => when.timeZone)].flatMap(([timeZone, slots]) => {
		const days = slots.map(({ day }) => day).sort();
		const from = addDays(days[0] ?? '', -366);
		const to = addDays(days.at(-1) ?? '', 366);
		return [
			'BEGIN:VTIMEZONE',
			`TZID:${timeZone}`,
			...observances(timeZone, from, to).flatMap((one) => [
				`BEGIN:${one.kind}`,
				`DTSTART:${one.start}`,
				`TZOFFSETFROM:${offset(one.offsetFrom)}`,
				`TZOFFSETTO:${offset(one.offsetTo)}`,
				`END:${one.kind}`
			]),
			'END:VTIMEZONE'
		];
	});
}

/** +0530. */
function offset(minutes: number): string {
	const pad = (number: number) => String(number).padStart(2, '0');
	const size = Math.abs(minutes);
	return `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}${pad(size % 60)}`;
}

/** On the clocks of the zone; where they skip the time or show it twice, in UTC, because readers differ on what it is. */
function momentOf(timeZone: string, day: Day, minutes: number): string {
	const { at, clock } = instantOf(timeZone, day, minutes);
	return clock === 'once' ? `;TZID=${timeZone}:${localStamp(day, minutes)}` : `:${stampOf(at.toISOString())}`;
}

/** 24:00 is the beginning of the next day. */
function localStamp(day: Day, minutes: number): string {
	const on = minutes < 1440 ? day : addDays(day, 1);
	const [hours, rest] = [Math.floor((minutes % 1440) / 60), minutes % 60];
	return `${compact(on)}T${String(hours).padStart(2, '0')}${String(rest).padStart(2, '0')}00`;
}

function stampOf(iso: string): string {
	return `${iso.slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

function compact(day: Day): string {
	return day.replaceAll('-', '');
}

/** Text as a value; line breaks stay, other control characters mean nothing in a calendar. */
function escaped(text: string): string {
	return text
		.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n')
		.replaceAll(/[\\;,]/g, '\\$&')
		.replaceAll('\n', '\\n')
		.replaceAll(/\p{Cc}/gu, '');
}

/** Broken where a line is full, never inside a character. */
function folded(line: string): string {
	const lines = [''];
	let octets = 0;
	for (const character of line) {
		const size = octetsOf(character);
		if (octets + size > LINE_OCTETS) {
			lines.push('');
			// The space that begins a continued line.
			octets = 1;
		}
		lines.push((lines.pop() ?? '') + character);
		octets += size;
	}
	return lines.join('\r\n ');
}

/** Of one character in UTF-8. */
function octetsOf(character: string): number {
	const point = character.codePointAt(0) ?? 0;
	if (point < 0x80) return 1;
	if (point < 0x800) return 2;
	return point < 0x10000 ? 3 : 4;
}
