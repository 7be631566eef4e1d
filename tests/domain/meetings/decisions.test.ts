import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recordBlocks, type DecisionDraft } from '#lib/domain/meetings/decision-rules.ts';
import { decisionStanding, isPublicDecision } from '#lib/domain/meetings/decision-standing.ts';
import { decisionCode, namedDecision } from '#lib/domain/meetings/decisions.ts';

const TODAY = '2026-06-15';
const DRAFT: DecisionDraft = {
	how: 'consensus',
	votesFor: null,
	votesAgainst: null,
	votesAbstained: null,
	decidedOn: '2026-06-01',
	effectiveOn: null
};
const CONTEXT = { today: TODAY, members: 14, minutesState: 'draft' as const, supersedes: null };
const codes = (draft: Partial<DecisionDraft>, context: object = {}) =>
	recordBlocks({ ...DRAFT, ...draft }, { ...CONTEXT, ...context }).map(({ code }) => code);

test.each([
	['by consensus', {}, {}, []],
	['by a vote that was counted', { how: 'vote', votesFor: 9, votesAgainst: 2, votesAbstained: 3 }, {}, []],
	['in writing, without a meeting', { how: 'written' }, { minutesState: null }, []],
	['in writing, in a meeting', { how: 'written' }, {}, ['written-outside-meeting']],
	['by a vote without numbers', { how: 'vote' }, {}, ['votes-needed']],
	['by consensus with numbers', { votesFor: 3 }, {}, ['votes-without-vote']],
	[
		'by more votes than members',
		{ how: 'vote', votesFor: 13, votesAgainst: 2 },
		{},
		['votes-exceed-members']
	],
	['by a vote that was lost', { how: 'vote', votesFor: 4, votesAgainst: 4 }, {}, ['votes-not-carried']],
	['tomorrow', { decidedOn: '2026-06-16' }, {}, ['decision-in-future']],
	['to count before it was taken', { effectiveOn: '2026-05-31' }, {}, ['effective-before-decided']],
	['after the minutes were sent round', {}, { minutesState: 'circulated' }, ['minutes-fixed']],
	[
		'in place of one that was replaced',
		{},
		{ supersedes: { code: 'DEC-001', supersededBy: 'DEC-002' } },
		['decision-superseded']
	]
] as const)('a decision %s is refused exactly for its reasons', (_, draft, context, expected) => {
	expect(codes(draft, context)).toEqual(expected);
});

test('every reason against a decision is said at once', () => {
	const draft = { how: 'vote', votesFor: 20, decidedOn: '2026-07-01', effectiveOn: '2026-06-01' } as const;
	expect(codes(draft, { minutesState: 'locked' })).toEqual([
		'minutes-fixed',
		'decision-in-future',
		'effective-before-decided',
		'votes-exceed-members'
	]);
});

const facts = { urgent: 0, effectiveOn: null, minutesState: 'approved' as const };

test.each([
	['whose minutes are a draft', { ...facts, minutesState: 'draft' }, null, 'recorded'],
	['whose minutes are approved', facts, null, 'in-force'],
	['that a public source states', { ...facts, minutesState: 'draft', origin: 'stated' }, null, 'in-force'],
	['that is urgent', { ...facts, minutesState: 'draft', urgent: 1 }, null, 'in-force'],
	['taken without a meeting', { ...facts, minutesState: null }, null, 'in-force'],
	['whose day is still to come', { ...facts, effectiveOn: '2026-06-16' }, null, 'recorded'],
	['whose day is today', { ...facts, effectiveOn: TODAY }, null, 'in-force'],
	['with a successor that counts', facts, facts, 'superseded'],
	['with a successor that waits for its minutes', facts, { ...facts, minutesState: 'circulated' }, 'in-force']
] as const)('a decision %s is %s', (_, decision, successor, standing) => {
	expect(decisionStanding(decision, successor, TODAY)).toBe(standing);
});

test('outsiders read what is public and counts or counted, and nothing else', () => {
	expect(isPublicDecision({ level: 'PU', standing: 'in-force' })).toBe(true);
	expect(isPublicDecision({ level: 'PU', standing: 'superseded' })).toBe(true);
	expect(isPublicDecision({ level: 'PU', standing: 'recorded' })).toBe(false);
	expect(isPublicDecision({ level: 'SEN', standing: 'in-force' })).toBe(false);
});

test.each([
	['DEC-007', 'DEC-007'],
	['dec-7, point 3', 'DEC-007'],
	['Steering committee 4, decision 7', null],
	['DEC-007b', null],
	['', null],
	[null, null]
])('the reference %j names %j', (reference, code) => {
	expect(namedDecision(reference)).toBe(code);
});

test('every code is named by itself', () =>
	fc.assert(
		fc.property(fc.integer({ min: 1, max: 999_999 }), (number) => {
			expect(namedDecision(decisionCode(number))).toBe(decisionCode(number));
		})
	));
