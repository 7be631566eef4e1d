import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isHeldBy } from '#lib/domain/holder.ts';
import { actionAgeing } from '#lib/domain/meetings/action-ageing.ts';
import { decideDateBlocks, goesToAgenda, proposeDateBlocks } from '#lib/domain/meetings/action-dates.ts';
import { answerUntil, countingState } from '#lib/domain/meetings/action-facts.ts';
import { actionHolder, type HeldAction } from '#lib/domain/meetings/action-holder.ts';
import {
	ACTION_EVENTS,
	ACTION_LIFE_CYCLE,
	ENDED_ACTION_STATES
} from '#lib/domain/meetings/action-life-cycle.ts';
import { blockBlocks, claimBlocks, declineBlocks, verifyBlocks } from '#lib/domain/meetings/action-rules.ts';
import { ACTION_STATES, actionCode } from '#lib/domain/meetings/actions.ts';
import { isPublicItem } from '#lib/domain/public-items.ts';
import type { Actor } from '#lib/domain/roles.ts';

const PLAN = { actionAnswerWorkingDays: 5, holidays: { KZ: ['2026-06-08'] }, actionMovesToAgenda: 3 };
const OWNED = {
	ownerId: 'oraz',
	ownerName: 'Oraz',
	doneBy: null,
	id: 'a',
	code: 'A-001',
	agreedOn: '2026-06-30'
};
const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code);

/** Domain.md 3.4, written by hand: state → events that leave it. */
const TABLE = {
	open: 'accept decline hand-over cancel supersede',
	accepted: 'start hand-over cancel supersede',
	'in-progress': 'block claim hand-over cancel supersede',
	blocked: 'unblock hand-over cancel supersede',
	'done-claimed': 'verify reopen',
	verified: 'reopen',
	declined: 'hand-over',
	cancelled: '',
	superseded: ''
} as const;

test.each(ACTION_STATES)('from %s lead exactly the steps of the table', (state) => {
	const possible = ACTION_EVENTS.filter((event) => {
		const from: readonly string[] = ACTION_LIFE_CYCLE[event].from;
		return from.includes(state);
	});
	expect(possible.join(' ')).toBe(TABLE[state]);
});

test('what nobody answered within five working days of the owner’s country counts as accepted', () => {
	const action = { state: 'open' as const, stateSinceAt: '2026-06-01T09:00:00.000Z', leadCountry: 'KZ' };
	expect(answerUntil('2026-06-01', 'KZ', PLAN)).toBe('2026-06-09');
	expect(countingState(action, '2026-06-09', PLAN)).toBe('open');
	expect(countingState(action, '2026-06-10', PLAN)).toBe('accepted');
	expect(countingState({ ...action, leadCountry: 'ES' }, '2026-06-09', PLAN)).toBe('accepted');
	expect(countingState({ ...action, state: 'declined' }, '2026-07-01', PLAN)).toBe('declined');
});

test('who declines says why and proposes somebody else', () => {
	expect(codes(declineBlocks(OWNED, 'open', { reason: ' ', proposedOwnerId: 'oraz' }))).toEqual([
		'action-reason-needed',
		'action-owner-unchanged'
	]);
	expect(codes(declineBlocks(OWNED, 'accepted', { reason: 'No time', proposedOwnerId: 'aida' }))).toEqual([
		'wrong-state'
	]);
});

test('what is blocked waits for one person or one item, never for itself', () => {
	const block = (personId: string | null, itemId: string | null) =>
		codes(blockBlocks(OWNED, 'in-progress', { reason: 'Waits', personId, itemId }));
	expect(block(null, null)).toEqual(['action-blocker-needed']);
	expect(block('aida', 'd42')).toEqual(['action-blocker-needed']);
	expect(block('oraz', null)).toEqual(['action-blocks-itself']);
	expect(block(null, 'a')).toEqual(['action-blocks-itself']);
	expect(block('aida', null)).toEqual([]);
});

test('done is claimed with a text or with evidence', () => {
	expect(codes(claimBlocks('in-progress', { text: ' ', evidence: 0 }))).toEqual(['action-result-needed']);
	expect(claimBlocks('in-progress', { text: 'Sent', evidence: 0 })).toEqual([]);
	expect(claimBlocks('in-progress', { text: '', evidence: 1 })).toEqual([]);
});

test('neither who owns it nor who claimed it verifies it', () => {
	const verify = (personId: string, doneBy: string | null) =>
		codes(verifyBlocks({ ...OWNED, doneBy }, 'done-claimed', { personId, name: personId }));
	expect(verify('oraz', 'oraz')).toEqual(['action-verified-by-owner']);
	expect(verify('before', 'before')).toEqual(['action-verified-by-owner']);
	expect(verify('quinn', 'oraz')).toEqual([]);
});

test('another day is proposed ahead, once at a time, for a reason of the quality plan', () => {
	const action = { ...OWNED, proposals: [] };
	const reasons = [{ code: 'late-input', label: 'Input came late' }];
	const move = { toOn: '2026-07-10', reasonCode: 'late-input' };
	const today = '2026-06-15';
	expect(proposeDateBlocks(action, 'in-progress', move, reasons, today)).toEqual([]);
	expect(
		codes(
			proposeDateBlocks(
				{ ...action, proposals: [{ id: 'p', toOn: '2026-07-01', verdict: null }] },
				'verified',
				{ toOn: '2026-06-15', reasonCode: 'lazy' },
				reasons,
				today
			)
		)
	).toEqual(['dates-fixed-when-ended', 'action-date-pending', 'action-date-passed', 'slip-reason-unknown']);
	expect(
		codes(decideDateBlocks(OWNED, 'open', { verdict: 'agreed' }, { personId: 'oraz', name: 'Oraz' }))
	).toEqual(['action-date-settled', 'action-date-own']);
});

test('the third move goes to the agenda, once', () => {
	expect([1, 2, 3, 4].map((moves) => goesToAgenda(moves, false, PLAN))).toEqual([false, false, true, true]);
	expect(goesToAgenda(4, true, PLAN)).toBe(false);
});

test('an action is never public, in whatever state', () => {
	for (const state of ACTION_STATES)
		expect(isPublicItem({ kind: 'action', state, disseminationLevel: null })).toBe(false);
});

const anyAction = fc.record<HeldAction>({
	state: fc.constantFrom(...ACTION_STATES),
	counting: fc.constantFrom(...ACTION_STATES),
	stateSinceAt: fc.constant('2026-06-01T09:00:00.000Z'),
	ownerId: fc.constantFrom('oraz', null),
	leadOrganisationId: fc.constantFrom('kaznu', null),
	chairId: fc.constantFrom('oraz', 'carmen', null),
	ownerIsQaLead: fc.boolean(),
	blockedByPersonId: fc.constantFrom('aida', null),
	blockingOrganisationId: fc.constantFrom('koksu', null)
});

test('an open action has exactly one holder, and one that is over has none', () =>
	fc.assert(
		fc.property(anyAction, (action) => {
			const holder = actionHolder(action);
			expect(holder === null).toBe(ENDED_ACTION_STATES.includes(action.counting));
			if (holder?.kind === 'people') expect(holder.personIds).toHaveLength(1);
		})
	));

test('its owner never holds what is to be verified', () =>
	fc.assert(
		fc.property(anyAction, fc.boolean(), (action, isQaLead) => {
			const role = isQaLead ? ('qa-lead' as const) : ('partner' as const);
			const owner: Actor = {
				personId: 'oraz',
				name: 'Oraz',
				projectId: 'leslie',
				organisationId: 'kaznu',
				organisationAcronym: 'KazNU',
				country: 'KZ',
				grants: [{ id: role, role, scopeType: 'project', scopeId: null }]
			};
			const holder = actionHolder({
				...action,
				ownerId: 'oraz',
				counting: 'done-claimed',
				ownerIsQaLead: isQaLead
			});
			expect(holder !== null && isHeldBy(holder, owner, {})).toBe(false);
		})
	));

test('what was open each week, long and late, is counted as it was on that day', () => {
	const actions = [
		{ createdOn: '2026-05-01', dueOn: '2026-06-01', endedOn: null },
		{ createdOn: '2026-06-05', dueOn: '2026-06-30', endedOn: '2026-06-14' },
		{ createdOn: '2026-06-12', dueOn: null, endedOn: null }
	];
	expect(actionAgeing(actions, '2026-06-15', 2)).toEqual([
		{ on: '2026-06-08', open: 2, old: 1, late: 1 },
		{ on: '2026-06-15', open: 2, old: 1, late: 1 }
	]);
});

test('codes have three digits, and more when they are needed', () => {
	expect([1, 42, 1000].map(actionCode)).toEqual(['A-001', 'A-042', 'A-1000']);
});
