import fc from 'fast-check';
import { expect, test } from 'vitest';
import { movedPositions, slotBlocks } from '#lib/domain/meetings/agenda-edits.ts';
import { agendaDays, agendaSections, slotTimes, type Slot } from '#lib/domain/meetings/agenda.ts';

const DAY = { day: '2026-07-01', startsAt: 540, endsAt: 1020 };

let made = 0;
const slot = (given: Partial<Slot>): Slot => ({
	id: `p${++made}`,
	day: DAY.day,
	section: '',
	track: '',
	position: made,
	startsAt: null,
	minutes: 30,
	...given
});

const starts = (slots: readonly Slot[], day: Parameters<typeof slotTimes>[0] = DAY) => {
	const times = slotTimes(day, slots);
	return slots.map(({ id }) => times.get(id)?.startsAt ?? null);
};

test.each<[string, Partial<Slot>[], (number | null)[]]>([
	['each point follows the one before it', [{ minutes: 30 }, { minutes: 45 }, {}], [540, 570, 615]],
	['a time of its own counts, and the next follows it', [{}, { startsAt: 660 }, {}], [540, 660, 690]],
	['a point without a duration takes none', [{ minutes: null }, {}], [540, 540]],
	['parallel sessions begin together', [{}, { track: 'A' }, { track: 'B' }], [540, 570, 570]],
	[
		'a session goes on in its own track',
		[{ track: 'A', minutes: 20 }, { track: 'B', minutes: 60 }, { track: 'A' }],
		[540, 540, 560]
	],
	[
		'what is for everybody waits for the longest session',
		[{ track: 'A', minutes: 20 }, { track: 'B', minutes: 60 }, {}, { track: 'A' }],
		[540, 540, 600, 630]
	]
])('%s', (_, given, expected) => {
	expect(starts(given.map(slot))).toEqual(expected);
});

test('where the hours of a day are not known only what follows a time of its own has a time', () => {
	const slots = [slot({}), slot({ startsAt: 600 }), slot({})];
	expect(starts(slots, { day: DAY.day, startsAt: null, endsAt: null })).toEqual([null, 600, 630]);
});

const slots = fc.array(
	fc.record({
		track: fc.constantFrom('', 'A', 'B'),
		section: fc.constantFrom('', 'One', 'Two'),
		minutes: fc.option(fc.integer({ min: 1, max: 120 })),
		position: fc.integer({ min: 1, max: 9 })
	}),
	{ maxLength: 12 }
);

test('no point of a track begins before the one before it has ended, whatever the agenda', () => {
	fc.assert(
		fc.property(slots, (given) => {
			const all = given.map(slot);
			const times = slotTimes(DAY, all);
			const [day] = agendaDays([DAY], all);
			const order = (day?.sections ?? []).flatMap(({ blocks }) =>
				blocks.flatMap((block) =>
					block.kind === 'item' ? [block.item] : block.tracks.flatMap(({ items }) => items)
				)
			);
			expect(order.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
			for (const track of ['A', 'B']) {
				const row = order.filter((one) => one.track === track || one.track === '');
				for (const [index, one] of row.entries()) {
					const before = row[index - 1];
					if (!before) continue;
					expect(times.get(one.id)?.startsAt).toBeGreaterThanOrEqual(times.get(before.id)?.endsAt ?? 0);
				}
			}
		})
	);
});

test('sessions that run side by side stand side by side, between what is for everybody', () => {
	const [opening, a1, b1, a2, closing] = [
		slot({}),
		slot({ track: 'A' }),
		slot({ track: 'B' }),
		slot({ track: 'A' }),
		slot({})
	];
	const [section] = agendaSections([opening, a1, b1, a2, closing]);
	expect(section?.blocks).toEqual([
		{ kind: 'item', item: opening },
		{
			kind: 'parallel',
			tracks: [
				{ name: 'A', items: [a1, a2] },
				{ name: 'B', items: [b1] }
			]
		},
		{ kind: 'item', item: closing }
	]);
});

test('what has no day of the meeting is shown apart, not lost', () => {
	const lost = slot({ day: '2026-09-09' });
	const days = agendaDays([DAY], [slot({}), lost]);
	expect(days.map(({ day }) => day?.day ?? null)).toEqual([DAY.day, null]);
	expect(days[1]?.sections[0]?.blocks).toHaveLength(1);
});

test('a point changes places with its neighbour of the same day, and the row stays a row', () => {
	fc.assert(
		fc.property(
			slots,
			fc.nat(),
			fc.constantFrom('up' as const, 'down' as const),
			(given, pick, direction) => {
				const all = given.map(slot);
				const chosen = all[all.length === 0 ? 0 : pick % all.length];
				if (!chosen) return;
				const order = (row: readonly Slot[]) =>
					[...row].sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1)).map(({ id }) => id);
				const before = order(all);
				const moved = new Map(
					movedPositions(all, chosen.id, direction).map(({ id, position }) => [id, position])
				);
				const after = order(all.map((one) => ({ ...one, position: moved.get(one.id) ?? one.position })));
				const at = before.indexOf(chosen.id);
				const to = Math.min(Math.max(at + (direction === 'up' ? -1 : 1), 0), before.length - 1);
				expect(after.indexOf(chosen.id)).toBe(to);
				expect(after.filter((id) => id !== chosen.id)).toEqual(before.filter((id) => id !== chosen.id));
			}
		)
	);
});

test.each([
	['on a day of the meeting', { day: DAY.day, startsAt: null }, []],
	['at its very beginning', { day: DAY.day, startsAt: 540 }, []],
	['before it begins', { day: DAY.day, startsAt: 539 }, ['agenda-time-outside']],
	['when it ends', { day: DAY.day, startsAt: 1020 }, ['agenda-time-outside']],
	['on another day', { day: '2026-07-03', startsAt: 600 }, ['agenda-day-outside']],
	['on no day yet', { day: null, startsAt: 600 }, []]
])('a point %s', (_, given, expected) => {
	expect(slotBlocks([DAY], given).map(({ code }) => code)).toEqual(expected);
});
