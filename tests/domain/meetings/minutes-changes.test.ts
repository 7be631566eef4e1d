import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minutesChanges } from '#lib/domain/meetings/minutes-changes.ts';
import {
	canonicalMinutes,
	visibleContent,
	type MinutesContent,
	type PointContent
} from '#lib/domain/meetings/minutes-content.ts';

const point = (id: string, given: Partial<PointContent> = {}): PointContent => ({
	id,
	day: '2026-06-10',
	section: '',
	track: '',
	startsAt: 540,
	title: `Point ${id}`,
	presenter: '',
	text: 'Said.',
	outcomes: [],
	...given
});

const action = {
	kind: 'action',
	code: 'A-001',
	title: 'Send it',
	owner: 'Bek',
	organisation: 'KOKSU',
	dueOn: '2026-07-01'
} as const;
const decision = {
	kind: 'decision',
	code: 'DEC-001',
	title: 'Adopted',
	text: '',
	how: 'consensus',
	votes: null,
	effectiveOn: '',
	isUrgent: false,
	level: 'SEN'
} as const;

const content = (points: readonly PointContent[]): MinutesContent => ({
	meeting: {
		title: 'Consortium meeting',
		kind: 'consortium',
		mode: 'on-site',
		place: 'Almaty',
		timeZone: 'Asia/Almaty',
		days: [{ day: '2026-06-10', startsAt: 540, endsAt: 1020 }],
		chair: 'Ana',
		secretary: 'Bek'
	},
	quorum: { members: 3, present: 2, needed: 2 },
	attendance: [
		{ organisation: 'KOKSU', person: 'Bek', attendance: 'remote', representedBy: '', isGuest: false }
	],
	points
});

test('equal minutes have no changes and one canonical text, whatever the order of keys', () => {
	const { points, ...rest } = content([point('a')]);
	expect(minutesChanges(content([point('a')]), { points, ...rest })).toEqual([]);
	expect(canonicalMinutes({ points, ...rest })).toBe(canonicalMinutes(content([point('a')])));
});

test('what was changed, added and removed is told point by point', () => {
	const before = content([point('a'), point('b'), point('c')]);
	const after = content([
		point('a', { text: 'Said otherwise.' }),
		point('c', { outcomes: [action] }),
		point('d')
	]);
	expect(minutesChanges(before, after)).toEqual([
		{
			kind: 'changed',
			about: 'point',
			title: 'Point a',
			parts: [{ part: 'text', before: 'Said.', after: 'Said otherwise.', added: [], removed: [] }]
		},
		{
			kind: 'changed',
			about: 'point',
			title: 'Point c',
			parts: [{ part: 'outcomes', before: '', after: '', added: [action], removed: [] }]
		},
		{ kind: 'added', about: 'point', title: 'Point d' },
		{ kind: 'removed', about: 'point', title: 'Point b' }
	]);
});

test('another order, another attendance and another quorum are told too', () => {
	const before = content([point('a'), point('b')]);
	const [line] = before.attendance;
	const after = {
		...content([point('b'), point('a')]),
		quorum: { members: 3, present: 1, needed: 2 },
		attendance: line ? [{ ...line, attendance: 'absent' as const }] : []
	};
	expect(minutesChanges(before, after)).toEqual([
		{ kind: 'changed', about: 'quorum' },
		{ kind: 'changed', about: 'attendance', title: 'Bek (KOKSU)' },
		{ kind: 'changed', about: 'order' }
	]);
});

test('no change goes untold: equal texts of all parts mean equal minutes', () => {
	const some = fc
		.uniqueArray(fc.constantFrom('a', 'b', 'c'))
		.chain((ids) =>
			fc.tuple(
				...ids.map((id) =>
					fc
						.record({
							text: fc.constantFrom('one', 'two'),
							outcomes: fc.constantFrom([], [action], [decision, action]),
							section: fc.constantFrom('', 'Morning')
						})
						.map((given) => point(id, given))
				)
			)
		)
		.map(content);
	fc.assert(
		fc.property(some, some, (before, after) => {
			const isSame = canonicalMinutes(before) === canonicalMinutes(after);
			expect(minutesChanges(before, after).length === 0).toBe(isSame);
		})
	);
});

test('who may not read actions and people sees none, and of decisions the public ones only', () => {
	const whole = content([point('a', { outcomes: [action, decision, { ...decision, level: 'PU' }] })]);
	const none = { readActions: false, readDecisions: false, readPeople: false };
	const seen = visibleContent(whole, none);
	expect(seen.points[0]?.outcomes).toEqual([{ ...decision, level: 'PU' }]);
	expect(seen.attendance.map((line) => [line.organisation, line.person])).toEqual([['KOKSU', '']]);
	expect(seen.meeting).toMatchObject({ chair: '', secretary: '' });
	const all = { readActions: true, readDecisions: true, readPeople: true };
	expect(visibleContent(whole, all)).toEqual(whole);
});
