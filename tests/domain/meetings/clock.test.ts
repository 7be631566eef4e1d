import { expect, test } from 'vitest';
import { clockBlocks, clockChanges, clockOf, overTime } from '#lib/domain/meetings/clock.ts';

const at = (time: string) => `2026-07-01T${time}:00.000Z`;
const NOW = new Date(at('10:00'));
const point = (openedAt: string | null, closedAt: string | null, minutes: number | null = 30) => ({
	openedAt: openedAt === null ? null : at(openedAt),
	closedAt: closedAt === null ? null : at(closedAt),
	minutes
});

test.each([
	['not taken up yet', point(null, null), 'waiting', 0],
	['under way', point('09:48', null), 'open', 12],
	['done', point('09:00', '09:25'), 'done', 25],
	['opened by a clock ahead of ours', point('10:05', null), 'open', 0]
])('a point %s tells how long it takes', (_, given, state, elapsed) => {
	expect(clockOf(given, NOW)).toEqual({ state, elapsed, seconds: elapsed * 60 });
});

test.each([
	['nothing was taken up', [point(null, null)], 0],
	['a point took longer', [point('09:00', '09:40')], 10],
	['a point took less, and the next makes up for it', [point('09:00', '09:20'), point('09:20', '10:00')], 0],
	['a point under way is within its time', [point('09:50', null)], 0],
	['a point under way has run over', [point('09:20', null)], 10],
	['a point has no duration', [point('08:00', '09:40', null)], 0]
])('over time when %s', (_, points, expected) => {
	expect(overTime(points, NOW)).toBe(expected);
});

const onClock = (id: string, track: string, openedAt: string | null, closedAt: string | null = null) => ({
	...point(openedAt, closedAt),
	id,
	title: id,
	track
});

test.each<[string, string, string[]]>([
	['what is for everybody closes every session', 'all', ['a', 'b', 'all']],
	['a session closes only what is open in it', 'a2', ['a', 'a2']]
])('%s', (_, id, expected) => {
	const points = [
		onClock('a', 'A', '09:30'),
		onClock('b', 'B', '09:30'),
		onClock('a2', 'A', null),
		onClock('all', '', null)
	];
	expect(clockChanges(points, id, 'open', NOW).map((one) => one.id)).toEqual(expected);
});

test('a point taken up again goes on from the time it had taken', () => {
	const [change] = clockChanges([onClock('p', '', '09:00', '09:20')], 'p', 'open', NOW);
	expect(change).toEqual({ id: 'p', openedAt: at('09:40'), closedAt: null });
});

test.each([
	['open', 'running', point(null, null), []],
	['open', 'invited', point(null, null), ['agenda-clock-not-running']],
	['open', 'running', point('09:50', null), ['agenda-point-open']],
	['close', 'running', point(null, null), ['agenda-clock-not-open']],
	['close', 'running', point('09:50', null), []]
] as const)('%s in a meeting that is %s: %o', (event, state, given, expected) => {
	const blocks = clockBlocks({ state }, { ...given, title: 'Point', state: 'planned' }, event);
	expect(blocks.map(({ code }) => code)).toEqual(expected);
});
