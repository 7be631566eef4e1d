import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sentCalendarText, type CalendarEvent } from '#lib/domain/meetings/calendar.ts';
import { readCalendarReply } from '#lib/domain/meetings/calendar-reply.ts';
import { answerTo } from '#tests/support/calendar-answer.ts';

const EVENT: CalendarEvent = {
	uid: '0197c0de-1',
	sequence: 3,
	changedAt: '2026-06-15T09:00:00.000Z',
	summary: 'Consortium meeting; Almaty, Қазақстан',
	description: 'BEGIN:VEVENT\nATTENDEE:mailto:other@example.org',
	location: '',
	url: 'https://desk.example/leslie/meetings/almaty',
	status: 'CONFIRMED',
	when: { day: '2026-07-01', startsAt: 540, endsAt: 1020, timeZone: 'Asia/Almaty' }
};
const INVITATION = sentCalendarText([EVENT], {
	method: 'REQUEST',
	at: '2026-06-15T10:00:00.000Z',
	organiser: { name: 'Carmen "UPV"; head', address: 'carmen@upv.example' },
	attendee: { name: 'Әсел: Қ.', address: 'assel@kaznu.example' }
});
const REPLY = answerTo(INVITATION, { partstat: 'ACCEPTED' }).replaceAll('\r\n ', '');

test.each([
	['ACCEPTED', 'yes'],
	['TENTATIVE', 'maybe'],
	['DECLINED', 'no']
])('another program answers %s to our invitation, and it is read as %s', (partstat, answer) => {
	expect(readCalendarReply(answerTo(INVITATION, { partstat }))).toEqual({
		uid: '0197c0de-1',
		sequence: 3,
		address: 'assel@kaznu.example',
		answer,
		sentAt: '2026-06-16T08:00:00.000Z'
	});
});

test('an answer is read with other line ends, broken lines, small letters and words that we do not know', () => {
	const reply = [
		'\uFEFFbegin:vcalendar',
		'method:reply',
		'X-WHAT;A="b;c:d",e:f',
		'this line is none',
		'BEGIN:VEVENT',
		'UID:0197c0de-1',
		'DTSTAMP:20260616T080000Z',
		'ATTENDEE;CN="Assel; K: of KazNU, Almaty";X-NUM-GUESTS=0;PARTSTAT=decli',
		'\tned:MAILTO:Assel@KazNU.example',
		'BEGIN:VALARM',
		'UID:of-the-alarm',
		'END:VALARM',
		'END:VEVENT',
		'END:VCALENDAR',
		''
	].join('\n');
	expect(readCalendarReply(reply)).toEqual({
		uid: '0197c0de-1',
		sequence: 0,
		address: 'assel@kaznu.example',
		answer: 'no',
		sentAt: '2026-06-16T08:00:00.000Z'
	});
});

const without = (line: RegExp) => REPLY.replace(line, '');
const event = /BEGIN:VEVENT[\s\S]*END:VEVENT\r\n/.exec(REPLY)?.[0] ?? '';
const attendee = /ATTENDEE.*\r\n/.exec(REPLY)?.[0] ?? '';

test.each([
	['nothing', '', 'no-calendar'],
	['a letter', 'Dear Carmen,\r\nI come.', 'no-calendar'],
	['a page of the web', '<html><body>METHOD:REPLY</body></html>', 'no-calendar'],
	['half a file', REPLY.slice(0, REPLY.length / 2), 'no-calendar'],
	['two calendars in one file', REPLY + REPLY, 'no-calendar'],
	['parts that cross each other', REPLY.replace('END:VEVENT', 'END:VTIMEZONE'), 'no-calendar'],
	['parts without a bottom', 'BEGIN:VCALENDAR\n'.repeat(5000), 'no-calendar'],
	[
		'a line of nothing but signs',
		`BEGIN:VCALENDAR\nA${';A="b",c'.repeat(9_000)}"\nEND:VCALENDAR`,
		'no-reply'
	],
	['a file without an end', `${REPLY}${'X'.repeat(200_000)}`, 'too-long'],
	['our own invitation', INVITATION, 'no-reply'],
	['a file that says twice what it is', REPLY.replace('METHOD:', 'METHOD:REQUEST\r\nMETHOD:'), 'no-reply'],
	['answers to two events', REPLY.replace(event, event + event), 'not-one-event'],
	['an answer to no event', REPLY.replace(event, ''), 'not-one-event'],
	['an answer to nothing named', without(/UID.*\r\n/), 'incomplete'],
	['an answer with two names', REPLY.replace('UID:', 'UID:other\r\nUID:'), 'incomplete'],
	['an answer of no time', without(/DTSTAMP.*\r\n/), 'incomplete'],
	['an answer on the clocks of nobody knows where', REPLY.replace('080000Z', '080000'), 'incomplete'],
	['an answer to a version that is no number', REPLY.replace('SEQUENCE:3', 'SEQUENCE:-3'), 'incomplete'],
	['answers of two people', REPLY.replace(attendee, attendee + attendee), 'not-one-person'],
	['an answer of nobody', REPLY.replace(attendee, ''), 'not-one-person'],
	['an answer of an address on the web', REPLY.replace('mailto:assel', 'https://assel'), 'not-one-person'],
	['an answer of two addresses', REPLY.replace('assel@', 'a@b.c,assel@'), 'not-one-person'],
	['an answer with a hidden character', REPLY.replace('assel@', 'assel\0@'), 'not-one-person'],
	['no answer yet', answerTo(INVITATION, { partstat: 'NEEDS-ACTION' }), 'no-answer'],
	['somebody sent instead', answerTo(INVITATION, { partstat: 'DELEGATED' }), 'no-answer'],
	['a word of JavaScript', answerTo(INVITATION, { partstat: 'CONSTRUCTOR' }), 'no-answer']
])('%s is no answer', (_, text, fault) => {
	expect(readCalendarReply(text)).toEqual({ fault });
});

test('whatever is cut out of an answer or put into it, it is read or refused', () => {
	const place = fc.nat(REPLY.length);
	const piece = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 40 }),
		fc.constantFrom('\r\n', '\r\n ', '"', ';', 'BEGIN:VEVENT\r\n', 'END:VEVENT\r\n', 'UID:x\r\n', attendee)
	);
	fc.assert(
		fc.property(place, place, piece, (from, to, put) => {
			const read = readCalendarReply(REPLY.slice(0, from) + put + REPLY.slice(to));
			expect('fault' in read || read.address.includes('@')).toBe(true);
		}),
		{ numRuns: 500 }
	);
});
