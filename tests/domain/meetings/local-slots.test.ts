import { expect, test } from 'vitest';
import { cityTimes, clockChanges, slotIn, zonesOf } from '#lib/domain/meetings/local-slots.ts';
import { clockChangeText, localSlotText, offsetText, slotOffsetText } from '#lib/text/meetings/zones.ts';

const UPV = { acronym: 'UPV', city: 'Valencia', timeZone: 'Europe/Madrid' };
const KAZNU = { acronym: 'KazNU', city: 'Almaty', timeZone: 'Asia/Almaty' };
const MSHE = { acronym: 'MSHE', city: 'Astana', timeZone: 'Asia/Almaty' };
const CAREC = { acronym: 'CAREC', city: 'Almaty', timeZone: 'Asia/Almaty' };
const BINRM = { acronym: 'BINRM', city: null, timeZone: 'Asia/Samarkand' };
const UNKNOWN = { acronym: 'GUEST', city: 'Somewhere', timeZone: null };

test('each zone stands once, named by its cities', () => {
	expect(zonesOf([UPV, KAZNU, MSHE, CAREC, BINRM, UNKNOWN])).toEqual([
		{ timeZone: 'Europe/Madrid', cities: ['Valencia'], organisations: ['UPV'] },
		{ timeZone: 'Asia/Almaty', cities: ['Almaty', 'Astana'], organisations: ['KazNU', 'MSHE', 'CAREC'] },
		{ timeZone: 'Asia/Samarkand', cities: ['Samarkand'], organisations: ['BINRM'] }
	]);
});

test.each([
	// The kick-off in Valencia, two days before the clocks of Kazakhstan changed.
	['Europe/Madrid', 'Asia/Almaty', '2024-02-28', [9, 13], '14:00–18:00', 'UTC+6', false],
	['Europe/Madrid', 'Asia/Almaty', '2024-03-04', [9, 13], '13:00–17:00', 'UTC+5', false],
	['Asia/Almaty', 'Europe/Madrid', '2025-12-04', [9, 17], '05:00–13:00', 'UTC+1', true],
	['Asia/Almaty', 'Asia/Almaty', '2025-12-04', [9, 17], '09:00–17:00', 'UTC+5', false],
	['Asia/Almaty', 'Europe/Madrid', '2026-03-28', [12, 18], '08:00–14:00', 'UTC+1', false],
	['Asia/Almaty', 'Europe/Madrid', '2026-03-30', [12, 18], '09:00–15:00', 'UTC+2', false],
	['Europe/Madrid', 'Asia/Almaty', '2026-07-01', [20, 22], '23:00–01:00, until the next day', 'UTC+5', true],
	['Europe/Madrid', 'Asia/Almaty', '2026-07-01', [20, 21], '23:00–24:00', 'UTC+5', true],
	['Europe/Madrid', 'Asia/Almaty', '2026-07-01', [22, 23], '01:00–02:00, the next day', 'UTC+5', true],
	['Asia/Almaty', 'Europe/Madrid', '2026-07-01', [1, 2], '22:00–23:00, the day before', 'UTC+2', true],
	['Asia/Nicosia', 'Asia/Nicosia', '2026-03-29', [2, 10], '02:00–10:00', 'UTC+2, then UTC+3', true]
] as const)('from %s to %s on %s', (from, to, day, [starts, ends], text, offset, outside) => {
	const local = slotIn(to, from, { day, startsAt: starts * 60, endsAt: ends * 60 });
	expect([localSlotText(local), slotOffsetText(local), local.outside]).toEqual([text, offset, outside]);
});

test('the zone of the meeting comes first, and only those invited are warned', () => {
	const slots = [{ day: '2025-12-04', startsAt: 9 * 60, endsAt: 17 * 60 }];
	const asked = [
		{ ...UPV, isInvited: true },
		{ ...UPV, acronym: 'OTHER', isInvited: false },
		{ ...KAZNU, isInvited: true }
	];
	const times = cityTimes('Asia/Almaty', slots, asked);
	expect(times.map(({ cities, isOwn, unfair }) => [cities, isOwn, unfair])).toEqual([
		[['Almaty'], true, []],
		[['Valencia'], false, ['UPV']]
	]);
});

test('a meeting in a zone of nobody still says its own time', () => {
	const slots = [{ day: '2026-07-01', startsAt: 9 * 60, endsAt: 17 * 60 }];
	const [own, ...rest] = cityTimes('Europe/Brussels', slots, [{ ...KAZNU, isInvited: true }]);
	expect([own?.cities, own?.organisations, rest.length]).toEqual([['Brussels'], [], 1]);
});

test.each([
	[8 * 60, 19 * 60, false],
	[8 * 60 - 1, 19 * 60, true],
	[8 * 60, 19 * 60 + 1, true]
])('the working hours are from 08:00 to 19:00', (startsAt, endsAt, outside) => {
	expect(slotIn('UTC', 'UTC', { day: '2026-07-01', startsAt, endsAt }).outside).toBe(outside);
});

test('a start that the clocks skip, and an end that comes twice, are told', () => {
	const slots = [
		{ day: '2026-03-29', startsAt: 150, endsAt: 600 },
		{ day: '2026-10-25', startsAt: 0, endsAt: 150 }
	];
	expect(clockChanges('Europe/Madrid', slots).map(clockChangeText)).toEqual([
		'There is no 02:30 on 29 Mar 2026: the clocks go forward. It counts as 03:30.',
		'02:30 comes twice on 25 Oct 2026: the clocks go back. The first counts, at UTC+2.'
	]);
	expect(clockChanges('Asia/Tashkent', slots)).toEqual([]);
});

test.each([
	[300, 'UTC+5'],
	[0, 'UTC'],
	[-210, 'UTC−3:30'],
	[345, 'UTC+5:45']
])('%i minutes are written %s', (minutes, text) => {
	expect(offsetText(minutes)).toBe(text);
});
