import { expect, test } from 'vitest';
import { eventText, recordText } from '#lib/text/audit-events.ts';

test.each([
	['Check-in 2026-05-01', 'Check-ins of May 2026'],
	['Check-in BSU 2026-05-01', 'Check-in of BSU for May 2026'],
	['Check-in Al-Farabi KazNU 2026-05-04', 'Check-in of Al-Farabi KazNU for the period from 4 May 2026'],
	['D4.2', 'D4.2'],
	['MC-KAZNU-03', 'MC-KAZNU-03'],
	['partner.bsu@leslie.example', 'partner.bsu@leslie.example'],
	['/leslie/meetings/new', 'meetings, new'],
	['consortium-meeting-in-almaty', 'consortium meeting in almaty'],
	['period 2026-04-01 to 2026-06-30', 'period 1 Apr 2026 to 30 Jun 2026'],
	['', '']
])('%s is called %s', (label, text) => {
	expect(recordText(label)).toBe(text);
});

test('a reminder says of which month and to whom', () => {
	const told = { act: 'reminder:send', recordLabel: 'Check-in 2026-05-01' };
	expect(eventText({ ...told, details: '{"organisations":["BSU","TSAU"],"note":""}' })).toBe(
		'Check-ins of May 2026: reminder sent to BSU, TSAU'
	);
	expect(eventText({ ...told, details: '{}' })).toBe(
		'Check-ins of May 2026: reminder sent to who was silent'
	);
});

test('an event without a record is told by its act alone', () => {
	expect(eventText({ act: 'session:start', recordLabel: '', details: '{}' })).toBe('signed in');
	expect(eventText({ act: 'period:lock', recordLabel: 'Check-in 2026-05-01', details: '{}' })).toBe(
		'Check-ins of May 2026: period locked'
	);
});
