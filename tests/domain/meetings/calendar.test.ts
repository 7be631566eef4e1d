import fc from 'fast-check';
import { expect, test } from 'vitest';
import { calendarText, type CalendarEvent } from '#lib/domain/meetings/calendar.ts';
import { instantOf } from '#lib/domain/meetings/zones.ts';
import { readCalendar } from '#tests/support/read-calendar.ts';

const event = (given: Partial<CalendarEvent> = {}): CalendarEvent => ({
	uid: '0197c0de-1',
	sequence: 0,
	changedAt: '2026-06-15T09:00:00.000Z',
	summary: 'Consortium meeting',
	description: '',
	location: '',
	url: 'https://desk.example/leslie/meetings/almaty',
	status: 'CONFIRMED',
	when: { day: '2025-12-04', startsAt: 9 * 60, endsAt: 17 * 60, timeZone: 'Asia/Almaty' },
	...given
});

function only(given: Partial<CalendarEvent>) {
	const [found] = readCalendar(calendarText('LESLIE', [event(given)]));
	if (!found) throw new Error('no event was read');
	return found;
}

test('a reader finds what was written', () => {
	const found = only({
		sequence: 3,
		status: 'CANCELLED',
		location: 'Almaty, al-Farabi 71; hall 2',
		description: 'First line\nsecond \\ line',
		summary: 'Қазақ Ғғ Ңң Өө Ұұ Үү Һһ Іі oʻ gʻ αβγ ñ'
	});
	expect([found.uid, found.sequence, found.summary, found.location, found.description]).toEqual([
		'0197c0de-1',
		3,
		'Қазақ Ғғ Ңң Өө Ұұ Үү Һһ Іі oʻ gʻ αβγ ñ',
		'Almaty, al-Farabi 71; hall 2',
		'First line\nsecond \\ line'
	]);
	expect(found.component.getFirstPropertyValue('status')).toBe('CANCELLED');
	expect(found.component.getFirstPropertyValue('url')).toBe('https://desk.example/leslie/meetings/almaty');
	for (const name of ['last-modified', 'dtstamp'])
		expect(String(found.component.getFirstPropertyValue(name))).toBe('2026-06-15T09:00:00Z');
});

test.each([
	['Asia/Almaty', '2024-02-28', 9, '2024-02-28T03:00:00.000Z'],
	['Asia/Almaty', '2024-02-29', 22, '2024-02-29T16:00:00.000Z'],
	['Asia/Almaty', '2024-03-01', 9, '2024-03-01T04:00:00.000Z'],
	['Asia/Almaty', '2025-12-04', 9, '2025-12-04T04:00:00.000Z'],
	['Europe/Madrid', '2024-02-27', 9, '2024-02-27T08:00:00.000Z'],
	['Europe/Madrid', '2026-03-28', 9, '2026-03-28T08:00:00.000Z'],
	['Europe/Madrid', '2026-03-29', 9, '2026-03-29T07:00:00.000Z'],
	['Europe/Madrid', '2026-10-25', 9, '2026-10-25T08:00:00.000Z'],
	['Asia/Nicosia', '2026-07-01', 9, '2026-07-01T06:00:00.000Z'],
	['Asia/Nicosia', '2026-12-01', 9, '2026-12-01T07:00:00.000Z'],
	['Asia/Tashkent', '2026-03-29', 9, '2026-03-29T04:00:00.000Z']
])('in %s %s at %i is %s for the reader too', (timeZone, day, hour, instant) => {
	const found = only({ when: { timeZone, day, startsAt: hour * 60, endsAt: hour * 60 + 60 } });
	expect(found.startDate.toJSDate().toISOString()).toBe(instant);
	expect(found.endDate.toJSDate().getTime() - found.startDate.toJSDate().getTime()).toBe(3_600_000);
});

test('both sides of the change of Almaty stand in one file', () => {
	const slot = { timeZone: 'Asia/Almaty', startsAt: 540, endsAt: 600 };
	const found = readCalendar(
		calendarText('LESLIE', [
			event({ when: { ...slot, day: '2024-02-28' } }),
			event({ uid: 'second', when: { ...slot, day: '2025-12-04' } })
		])
	);
	expect(found.map((one) => one.startDate.toJSDate().toISOString())).toEqual([
		'2024-02-28T03:00:00.000Z',
		'2025-12-04T04:00:00.000Z'
	]);
});

test('a day is a day, in every zone, and blocks nobody', () => {
	const found = only({ when: { day: '2026-06-30' } });
	expect([found.startDate.toString(), found.endDate.toString(), found.startDate.isDate]).toEqual([
		'2026-06-30',
		'2026-07-01',
		true
	]);
	expect(found.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
});

test('a day that ends at 24:00 ends when the next begins', () => {
	const when = { timeZone: 'Asia/Tashkent', day: '2026-06-30', startsAt: 600, endsAt: 1440 };
	expect(only({ when }).endDate.toString()).toBe('2026-07-01T00:00:00');
});

const zones = fc.constantFrom(
	'Asia/Almaty',
	'Europe/Madrid',
	'Asia/Nicosia',
	'Asia/Tashkent',
	'Asia/Samarkand',
	'Europe/Rome',
	'Europe/Brussels',
	'America/New_York',
	'Asia/Kolkata',
	'UTC'
);
const days = fc
	.integer({ min: 0, max: 6 * 365 })
	.map((count) => new Date(Date.UTC(2023, 0, 1) + count * 86_400_000).toISOString().slice(0, 10));

test('the reader gets the instant that our pages show, also when the clocks change', () => {
	fc.assert(
		fc.property(zones, days, fc.integer({ min: 0, max: 1380 }), (timeZone, day, startsAt) => {
			const { at } = instantOf(timeZone, day, startsAt);
			const found = only({ when: { timeZone, day, startsAt, endsAt: startsAt + 59 } });
			expect(found.startDate.toJSDate()).toEqual(at);
		}),
		{ numRuns: 150 }
	);
});

test('whatever the words, every line fits 75 octets, ends with CR LF, and comes back as it was', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (words) => {
			const text = calendarText('LESLIE', [event({ summary: words, description: `${words}\n${words}` })]);
			const lines = text.split('\r\n');
			expect(lines.pop()).toBe('');
			for (const line of lines) {
				expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
				expect(line).not.toMatch(/[\r\n]/);
			}
			const kept = words.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n').replaceAll(/(?!\n)\p{Cc}/gu, '');
			expect(readCalendar(text)[0]?.summary).toBe(kept);
			expect(readCalendar(text)[0]?.description).toBe(`${kept}\n${kept}`);
		})
	);
});
