import { expect, test } from 'vitest';
import type { InvitationReason } from '#lib/domain/meetings/invitation-reasons.ts';
import type { Quorum } from '#lib/domain/meetings/quorum.ts';
import { answersText, quorumStandingText, quorumText, silenceText } from '#lib/text/meetings/people.ts';
import { sentenceOf } from '#lib/text/reasons.ts';

const REASONS: InvitationReason[] = [
	{ code: 'meeting-not-open-for', step: 'invite', state: 'closed' },
	{ code: 'meeting-not-open-for', step: 'answer', state: 'held' },
	{ code: 'meeting-not-open-for', step: 'attendance', state: 'planned' },
	{ code: 'already-invited', name: 'KazNU' },
	{ code: 'nobody-left-to-invite' },
	{ code: 'answers-itself', name: 'KazNU' },
	{ code: 'no-calendar-address' },
	{ code: 'invitee-attended', name: 'KazNU' },
	{ code: 'represented-is-organisation', name: 'Aigerim' },
	{ code: 'represented-by-itself', organisation: 'KazNU' },
	{ code: 'represented-by-no-member', organisation: 'KazNU', by: '' },
	{ code: 'represented-by-no-member', organisation: 'KazNU', by: 'NEO' }
];

test.each(REASONS)('$code says why and what to do', (reason) => {
	const { text, next } = sentenceOf(reason);
	expect(text).toMatch(/^[A-Z].*[.]$/s);
	expect(next).toMatch(/^[A-Z].*[.]$/s);
	expect(`${text} ${next ?? ''}`).not.toMatch(/undefined|\[object/);
});

const QUORUM: Quorum = {
	members: 14,
	needed: 10,
	there: 11,
	missing: 0,
	holds: true,
	present: [],
	represented: [],
	unspoken: [],
	absent: [],
	unrecorded: []
};

test('a quorum is said in one line, with what is missing', () => {
	expect(quorumText(QUORUM)).toBe('11 of 14 members, quorum 10');
	expect(quorumStandingText(QUORUM)).toBe('The quorum holds.');
	expect(quorumStandingText({ ...QUORUM, holds: false, missing: 1 })).toBe(
		'One member is missing to the quorum.'
	);
	expect(quorumStandingText({ ...QUORUM, holds: false, missing: 3 })).toBe(
		'3 members are missing to the quorum.'
	);
});

test('answers are counted in words, and silence since when', () => {
	expect(answersText({ yes: 1, maybe: 0, no: 2, silent: 1 })).toBe(
		'1 comes · 2 do not come · 1 has not answered'
	);
	expect([silenceText(0, true), silenceText(1, true), silenceText(12, true)]).toEqual([
		'asked today',
		'no answer for 1 day',
		'no answer for 12 days'
	]);
});
