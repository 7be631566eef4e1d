import { expect, test } from 'vitest';
import {
	approveBlocks,
	circulateBlocks,
	isSigned,
	objectionsUntil,
	signBlocks,
	writeBlocks,
	type MinutesFacts
} from '#lib/domain/meetings/minutes.ts';
import {
	objectBlocks,
	settleBlocks,
	withdrawObjectionBlocks
} from '#lib/domain/meetings/minutes-objections.ts';
import { draft, circulated, objection, signature, SEAL } from '#tests/support/minutes-facts.ts';

const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code);

test('a window counts working days, without weekends and the holidays of every country of the project', () => {
	const holidays = { ES: ['2026-06-24'], KZ: ['2026-06-22'], UZ: [], IT: ['2026-06-24'], CY: ['2026-06-21'] };
	expect(objectionsUntil('2026-06-15', { minutesWorkingDays: 10, holidays: {} })).toBe('2026-06-29');
	expect(objectionsUntil('2026-06-15', { minutesWorkingDays: 10, holidays })).toBe('2026-07-01');
	expect(objectionsUntil('2026-06-19', { minutesWorkingDays: 1, holidays })).toBe('2026-06-23');
});

const circulation: [string, Partial<MinutesFacts>, string[]][] = [
	['minutes that say something of every point go round', {}, []],
	['not while the meeting runs', { meetingState: 'running' }, ['meeting-not-held']],
	['not without an agenda', { points: [] }, ['agenda-empty']],
	[
		'not while a point is blank',
		{ points: [{ id: 'a', title: 'Budget', text: ' ' }] },
		['points-without-text']
	],
	['not while it is open who came', { attendanceMissing: ['KazNU'] }, ['attendance-missing']],
	['not where nobody was invited', { invited: 0 }, ['nobody-invited']],
	['not without a chair', { chair: null }, ['officer-missing']],
	['not without a secretary', { secretary: null }, ['officer-missing']],
	['not where one person is both', { secretary: { id: 'chair', name: 'Ana' } }, ['officers-same']],
	['not twice', { state: 'circulated' }, ['minutes-state']],
	[
		'and every reason is told at once',
		{
			meetingState: 'planned',
			points: [],
			invited: 0,
			attendanceMissing: ['A'],
			chair: null,
			secretary: null
		},
		[
			'meeting-not-held',
			'agenda-empty',
			'nobody-invited',
			'attendance-missing',
			'officer-missing',
			'officer-missing'
		]
	]
];

test.each(circulation)('%s', (_, given, expected) => {
	expect(codes(circulateBlocks({ ...draft, ...given }))).toEqual(expected);
});

const quorum = { members: 14, present: 9, needed: 10 };
const approval: [string, Partial<MinutesFacts>, string, string[]][] = [
	['the day after the window minutes can be approved', {}, '2026-06-30', []],
	['on its last day not yet', {}, '2026-06-29', ['window-open']],
	['not while an objection stands', { objections: [objection()] }, '2026-06-30', ['objections-stand']],
	['one that was withdrawn does not stand', { objections: [objection('withdrawn')] }, '2026-06-30', []],
	[
		'not without a quorum',
		{ circulation: { ...circulated.circulation, quorum } },
		'2026-06-30',
		['quorum-not-held']
	],
	['not from a draft', { state: 'draft', circulation: null }, '2026-06-30', ['minutes-state']],
	[
		'and every reason is told at once',
		{ objections: [objection()], circulation: { ...circulated.circulation, quorum } },
		'2026-06-20',
		['window-open', 'objections-stand', 'quorum-not-held']
	]
];

test.each(approval)('%s', (_, given, today, expected) => {
	expect(codes(approveBlocks({ ...circulated, ...given }, today))).toEqual(expected);
});

const approved: MinutesFacts = { ...circulated, state: 'approved' };
const sees = (personId: string, seenSha256 = SEAL) => ({ personId, seenSha256 });

test.each<[string, Partial<MinutesFacts>, Parameters<typeof signBlocks>[1], string, string[]]>([
	['the chair signs as chair', {}, 'chair', 'chair', []],
	['the secretary as secretary', {}, 'secretary', 'secretary', []],
	['nobody else signs', {}, 'chair', 'secretary', ['not-the-officer']],
	['nobody signs twice', { signatures: [signature('chair', 'chair')] }, 'chair', 'chair', ['part-signed']],
	[
		'nobody signs both parts, even if named for both in the end',
		{ secretary: { id: 'chair', name: 'Ana' }, signatures: [signature('chair', 'chair')] },
		'secretary',
		'chair',
		['signs-other-part']
	],
	['nobody signs before the approval', { state: 'circulated' }, 'chair', 'chair', ['minutes-state']]
])('%s', (_, given, part, personId, expected) => {
	expect(codes(signBlocks({ ...approved, ...given }, part, sees(personId)))).toEqual(expected);
});

test('who was shown another text than the circulated one does not sign', () => {
	expect(codes(signBlocks(approved, 'chair', sees('chair', 'b'.repeat(64))))).toEqual(['minutes-not-seen']);
});

test('minutes are signed when two people have signed the circulated text', () => {
	const both = [signature('chair', 'chair'), signature('secretary', 'secretary')];
	expect(isSigned({ ...approved, signatures: both })).toBe(true);
	expect(isSigned({ ...approved, signatures: both.slice(1) })).toBe(false);
	expect(isSigned({ ...approved, signatures: [signature('chair', 'x'), signature('secretary', 'x')] })).toBe(
		false
	);
	expect(isSigned({ ...approved, signatures: both.map((one) => ({ ...one, coversSha256: 'c' })) })).toBe(
		false
	);
});

test('texts change in a draft only', () => {
	expect(writeBlocks(draft)).toEqual([]);
	expect(writeBlocks(circulated)).toEqual([
		{ code: 'minutes-text-fixed', state: 'circulated', untilOn: '2026-06-29' }
	]);
	expect(codes(writeBlocks({ ...circulated, state: 'locked' }))).toEqual(['minutes-text-fixed']);
});

const invited = { organisationId: 'koksu', organisation: 'KOKSU', isInvited: true, hasVote: true };

test.each<[string, Partial<MinutesFacts>, Partial<typeof invited>, string | null, string, string[]]>([
	['an organisation objects on the last day', {}, {}, 'a', '2026-06-29', []],
	['not on the day after', {}, {}, 'a', '2026-06-30', ['window-over']],
	['not if it has no vote', {}, { hasVote: false }, 'a', '2026-06-20', ['organisation-no-vote']],
	['not if it was not invited', {}, { isInvited: false }, 'a', '2026-06-20', ['organisation-not-invited']],
	['once per point', { objections: [objection()] }, {}, 'a', '2026-06-20', ['objection-open']],
	['also to another point', { objections: [objection()] }, {}, 'b', '2026-06-20', []],
	['and to the whole', { objections: [objection()] }, {}, null, '2026-06-20', []],
	['again after it withdrew', { objections: [objection('withdrawn')] }, {}, 'a', '2026-06-20', []],
	['not to a draft', { state: 'draft' }, {}, 'a', '2026-06-20', ['minutes-state']]
])('%s', (_, given, who, point, today, expected) => {
	expect(codes(objectBlocks({ ...circulated, ...given }, { ...invited, ...who }, point, today))).toEqual(
		expected
	);
});

test('only who objected takes it back, once', () => {
	expect(withdrawObjectionBlocks(circulated, objection(), 'koksu')).toEqual([]);
	expect(codes(withdrawObjectionBlocks(circulated, objection(), 'kaznu'))).toEqual(['objection-of-other']);
	expect(codes(withdrawObjectionBlocks(circulated, objection('withdrawn'), 'kaznu'))).toEqual([
		'objection-settled',
		'objection-of-other'
	]);
	expect(codes(settleBlocks(circulated, objection('accepted')))).toEqual(['objection-settled']);
});
