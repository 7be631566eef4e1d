import { expect, test } from 'vitest';
import {
	MEETING_EVENTS,
	MEETING_LIFE,
	meetingStepBlocks,
	type MeetingStepFacts
} from '#lib/domain/meetings/meeting-life.ts';
import { MEETING_STATES } from '#lib/domain/meetings/meetings.ts';

const READY: MeetingStepFacts = {
	state: 'planned',
	minutesState: 'draft',
	chairId: 'chair',
	secretaryId: 'secretary',
	days: [{ day: '2026-07-01' }, { day: '2026-07-02' }],
	agenda: [{ state: 'planned' }],
	invitees: 3,
	today: '2026-07-01'
};

const codes = (facts: MeetingStepFacts, event: (typeof MEETING_EVENTS)[number]) =>
	meetingStepBlocks(facts, event).map((reason) =>
		reason.code === 'meeting-lacks' ? `${reason.code} ${reason.part}` : reason.code
	);

test('a meeting goes from planned to closed, and is cancelled only before it is held', () => {
	const row = MEETING_EVENTS.map(
		(event) => `${MEETING_LIFE[event].from.join('|')} → ${MEETING_LIFE[event].to}`
	);
	expect(row).toEqual([
		'planned → invited',
		'invited → running',
		'invited|running → held',
		'held → minuted',
		'minuted → closed',
		'planned|invited → cancelled'
	]);
});

test('nothing leaves a closed or a cancelled meeting', () => {
	const ends = MEETING_STATES.filter((state) =>
		MEETING_EVENTS.every((event) => !MEETING_LIFE[event].from.includes(state))
	);
	expect(ends).toEqual(['closed', 'cancelled']);
});

test.each<[string, Partial<MeetingStepFacts>, string[]]>([
	['everything is there', {}, []],
	['it has no day', { days: [] }, ['meeting-lacks days']],
	['nothing but proposals is on the agenda', { agenda: [{ state: 'proposed' }] }, ['meeting-lacks agenda']],
	['nobody chairs it', { chairId: null }, ['meeting-lacks chair']],
	['nobody writes the minutes', { secretaryId: null }, ['meeting-lacks secretary']],
	['nobody is invited', { invitees: 0 }, ['meeting-lacks invitees']],
	[
		'all of it is missing, and all of it is said at once',
		{ days: [], agenda: [], chairId: null, secretaryId: null, invitees: 0 },
		[
			'meeting-lacks days',
			'meeting-lacks agenda',
			'meeting-lacks chair',
			'meeting-lacks secretary',
			'meeting-lacks invitees'
		]
	],
	['the invitations are out already', { state: 'invited' }, ['wrong-state']]
])('invitations go out when %s', (_, facts, expected) => {
	expect(codes({ ...READY, ...facts }, 'invite')).toEqual(expected);
});

test.each<[(typeof MEETING_EVENTS)[number], Partial<MeetingStepFacts>, string[]]>([
	['start', { state: 'invited' }, []],
	['start', { state: 'invited', today: '2026-06-30' }, ['meeting-not-yet']],
	['start', { state: 'planned' }, ['wrong-state']],
	['end', { state: 'running' }, []],
	['end', { state: 'invited', today: '2026-07-09' }, []],
	['end', { state: 'invited', today: '2026-06-30' }, ['meeting-not-yet']],
	['minute', { state: 'held' }, ['minutes-not-approved']],
	['minute', { state: 'held', minutesState: 'circulated' }, ['minutes-not-approved']],
	['minute', { state: 'held', minutesState: 'approved' }, []],
	['close', { state: 'minuted', minutesState: 'approved' }, ['minutes-not-locked']],
	['close', { state: 'minuted', minutesState: 'locked' }, []],
	['cancel', { state: 'invited' }, []],
	['cancel', { state: 'held' }, ['wrong-state']]
])('to %s from %o', (event, facts, expected) => {
	expect(codes({ ...READY, ...facts }, event)).toEqual(expected);
});
